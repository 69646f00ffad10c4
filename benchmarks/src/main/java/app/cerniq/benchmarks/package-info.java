/** How fast, and compared with whom. Never published. */
@NullMarked
package app.cerniq.benchmarks;

import org.jspecify.annotations.NullMarked;
