/** How fast texts are judged. */
@NullMarked
package app.cerniq.benchmarks.guardrail;

import org.jspecify.annotations.NullMarked;
