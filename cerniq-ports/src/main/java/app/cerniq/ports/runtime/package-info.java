/** What running the engine needs from the world: schedules, and a way to tell people. */
@NullMarked
package app.cerniq.ports.runtime;

import org.jspecify.annotations.NullMarked;
