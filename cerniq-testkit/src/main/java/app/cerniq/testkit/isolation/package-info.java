/** Looking into whatever an engine hands out, for tests of what it must not tell. */
@NullMarked
package app.cerniq.testkit.isolation;

import org.jspecify.annotations.NullMarked;
