package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;

/** When it began, by whom, and when something last happened. */
public record Timing(Instant createdAt, ActorRef createdBy, Instant firstContactAt, Instant lastActivityAt) {

    Timing activeAt(Instant at) {
        return new Timing(createdAt, createdBy, firstContactAt, at);
    }
}
