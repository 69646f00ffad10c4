/** What the benchmarks keep in stock, and a past for it. */
@NullMarked
package app.cerniq.benchmarks.stockroom;

import org.jspecify.annotations.NullMarked;
