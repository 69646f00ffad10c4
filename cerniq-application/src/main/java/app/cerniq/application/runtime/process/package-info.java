/** What follows from what: the trigger matrix, and the process managers that act on it. */
@NullMarked
package app.cerniq.application.runtime.process;

import org.jspecify.annotations.NullMarked;
