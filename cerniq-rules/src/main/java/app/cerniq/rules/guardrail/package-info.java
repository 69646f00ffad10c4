/** The rules of what may be said. */
@NullMarked
package app.cerniq.rules.guardrail;

import org.jspecify.annotations.NullMarked;
