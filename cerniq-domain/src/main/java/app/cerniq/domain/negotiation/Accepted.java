package app.cerniq.domain.negotiation;

/** The aggregate's yes: its next state and what happened. */
public record Accepted(Negotiation next, Change change) {}
