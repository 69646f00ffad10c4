/** A store whose every port can fail between any two steps. */
@NullMarked
package app.cerniq.simulator.fault;

import org.jspecify.annotations.NullMarked;
