/** How long it takes to find goods, and how that grows with the catalogue. */
@NullMarked
package app.cerniq.benchmarks.search;

import org.jspecify.annotations.NullMarked;
