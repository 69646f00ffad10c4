package app.cerniq.domain.negotiation;

import java.util.UUID;

/** The lead's journey through the host's earlier stages; opaque to Cerniq. */
public record JourneyId(UUID value) {}
