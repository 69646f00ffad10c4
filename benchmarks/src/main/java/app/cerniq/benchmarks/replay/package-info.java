/** The library beside pgbench, which sends again what the library was heard to send. */
@NullMarked
package app.cerniq.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
