/** Sagas: who runs them, who steers them, and the one that completes a deal. */
@NullMarked
package app.cerniq.application.runtime.saga;

import org.jspecify.annotations.NullMarked;
