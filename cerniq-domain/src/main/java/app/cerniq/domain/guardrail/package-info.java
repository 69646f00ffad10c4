/** What a text claims, what each claim is bound to, and what is wrong with it. */
@NullMarked
package app.cerniq.domain.guardrail;

import org.jspecify.annotations.NullMarked;
