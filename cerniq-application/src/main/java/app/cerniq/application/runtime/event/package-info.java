/** How what happened is told: from domain events to published ones, to JSON and back, and to everybody who wants them. */
@NullMarked
package app.cerniq.application.runtime.event;

import org.jspecify.annotations.NullMarked;
