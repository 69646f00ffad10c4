/** How many committed transitions a second the library makes, and how many the same SQL makes without it. */
@NullMarked
package app.cerniq.benchmarks.transitions;

import org.jspecify.annotations.NullMarked;
