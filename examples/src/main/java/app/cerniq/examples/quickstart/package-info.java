/** The README's first program. */
@NullMarked
package app.cerniq.examples.quickstart;

import org.jspecify.annotations.NullMarked;
