/** What a tenant itself lays down about automated texts: data in a closed vocabulary, never code. */
@NullMarked
package app.cerniq.domain.guardrail.tenant;

import org.jspecify.annotations.NullMarked;
