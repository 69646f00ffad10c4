/** Text to claims: what a text says, in Romanian and English, in digits and in words. */
@NullMarked
package app.cerniq.domain.guardrail.reading;

import org.jspecify.annotations.NullMarked;
