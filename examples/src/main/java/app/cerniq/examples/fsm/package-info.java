/** The state machine as a person sees it. */
@NullMarked
package app.cerniq.examples.fsm;

import org.jspecify.annotations.NullMarked;
