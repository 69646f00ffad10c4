/** How fast a text is read for its claims. */
@NullMarked
package app.cerniq.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
