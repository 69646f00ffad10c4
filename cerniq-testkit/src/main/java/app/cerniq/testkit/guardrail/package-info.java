/** Messages of an AI seller that are labelled with what must and must not leave, and a run of them against any gate. */
@NullMarked
package app.cerniq.testkit.guardrail;

import org.jspecify.annotations.NullMarked;
