/** What must hold after every step, one class for each. */
@NullMarked
package app.cerniq.simulator.invariant;

import org.jspecify.annotations.NullMarked;
