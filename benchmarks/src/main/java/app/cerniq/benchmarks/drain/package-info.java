/** Events delivered out of the outbox, beside the same work in plain SQL. */
@NullMarked
package app.cerniq.benchmarks.drain;

import org.jspecify.annotations.NullMarked;
