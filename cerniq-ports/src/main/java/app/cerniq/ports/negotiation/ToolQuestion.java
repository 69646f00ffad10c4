package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;

/** May this tool be used in this state? */
public record ToolQuestion(NegotiationState state, Tool tool) {}
