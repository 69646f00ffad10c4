/** Long undertakings that reach beyond our own database: step by step, never repeated blindly, undone in reverse. */
@NullMarked
package app.cerniq.domain.runtime.saga;

import org.jspecify.annotations.NullMarked;
