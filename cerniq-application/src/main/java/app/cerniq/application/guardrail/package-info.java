/** What is asked of automated texts before they leave, and what tenants lay down about them. */
@NullMarked
package app.cerniq.application.guardrail;

import org.jspecify.annotations.NullMarked;
