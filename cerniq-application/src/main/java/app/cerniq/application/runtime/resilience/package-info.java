/** Circuit breakers in front of partners, and what is tried where one does not answer. */
@NullMarked
package app.cerniq.application.runtime.resilience;

import org.jspecify.annotations.NullMarked;
