/** Whether the engine does what it should, for whoever has to know at a glance. */
@NullMarked
package app.cerniq.application.runtime.health;

import org.jspecify.annotations.NullMarked;
