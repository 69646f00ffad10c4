/** A clock that moves when a test says so, and ids that a test can foretell. */
@NullMarked
package app.cerniq.testkit.time;

import org.jspecify.annotations.NullMarked;
