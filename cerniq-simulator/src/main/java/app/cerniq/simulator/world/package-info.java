/** What a simulation consists of: hosts, tenants, time, chance, and whose turn it is. */
@NullMarked
package app.cerniq.simulator.world;

import org.jspecify.annotations.NullMarked;
