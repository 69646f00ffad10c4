/** Who acts in a simulation unless a host says otherwise. */
@NullMarked
package app.cerniq.simulator.actor;

import org.jspecify.annotations.NullMarked;
