/** How fast a decision is, and compared with whom. */
@NullMarked
package app.cerniq.benchmarks.decisions;

import org.jspecify.annotations.NullMarked;
