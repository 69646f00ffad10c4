/** A deterministic simulator of whole engines: one seed, one thread, every invariant after every step. */
@NullMarked
package app.cerniq.simulator;

import org.jspecify.annotations.NullMarked;
