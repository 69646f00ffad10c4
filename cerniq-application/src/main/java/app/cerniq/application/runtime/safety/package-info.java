/** Automation that misbehaves parks itself, and a person lets it go on. */
@NullMarked
package app.cerniq.application.runtime.safety;

import org.jspecify.annotations.NullMarked;
