/** How long a process takes from nothing to its first decision. */
@NullMarked
package app.cerniq.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
