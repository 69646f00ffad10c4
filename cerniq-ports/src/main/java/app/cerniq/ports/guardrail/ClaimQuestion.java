package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.negotiation.NegotiationState;

/**
 * May this be said?
 *
 * @param said what kind of thing
 * @param bound whether a row says the same
 * @param wellFormed whether the check digits of a code or account are right; true of everything else
 * @param state where the deal stands
 * @param competitors how bad it is to the tenant that a competitor is named
 */
public record ClaimQuestion(
        Said said, boolean bound, boolean wellFormed, NegotiationState state, Severity competitors) {}
