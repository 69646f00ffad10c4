package app.cerniq.ports.stock;

import app.cerniq.domain.negotiation.NegotiationState;

/** How long is stock held for a deal in this state? */
public record HoldQuestion(NegotiationState state) {}
