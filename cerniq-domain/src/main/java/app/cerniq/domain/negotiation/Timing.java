package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;
import java.util.Optional;

/**
 * When it began, by whom, and when something last happened.
 *
 * @param lastActivityAt when somebody or something last did more than note that time had passed
 * @param quotedAt since when the quote stands that stands; empty where there is none
 * @param toldOf the deadline of which somebody was told last, so that nobody is told of it twice
 */
public record Timing(
        Instant createdAt,
        ActorRef createdBy,
        Instant firstContactAt,
        Instant lastActivityAt,
        Optional<Instant> quotedAt,
        Optional<Instant> toldOf) {

    static Timing start(Instant at, ActorRef by) {
        return new Timing(at, by, at, at, Optional.empty(), Optional.empty());
    }

    Timing activeAt(Instant at) {
        return new Timing(createdAt, createdBy, firstContactAt, at, quotedAt, toldOf);
    }

    Timing quoted(Optional<Instant> at) {
        return new Timing(createdAt, createdBy, firstContactAt, lastActivityAt, at, toldOf);
    }

    Timing told(Instant due) {
        return new Timing(createdAt, createdBy, firstContactAt, lastActivityAt, quotedAt, Optional.of(due));
    }
}
