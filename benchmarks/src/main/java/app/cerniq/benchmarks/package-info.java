/** What every comparison needs. */
@NullMarked
package app.cerniq.benchmarks;

import org.jspecify.annotations.NullMarked;
