package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import java.util.List;
import java.util.Optional;

/** Makes the messages that a commit carries: what others are told of a change, in their envelopes. */
public final class TellingDeals {

    private static final Metadata FROM_DEALS =
            new Metadata("negotiation", LibraryVersion.TEXT, Metadata.Priority.NORMAL);

    private final Ids ids;

    /** Envelopes with ids from the given source. */
    public TellingDeals(Ids ids) {
        this.ids = ids;
    }

    /**
     * The messages that follow from a change, in their order.
     *
     * @param before the deal as it was; empty where the change opened it
     */
    public List<OutboxMessage> messages(Optional<Negotiation> before, Accepted accepted, EventCause cause) {
        var occasion = new Occasion(before, accepted.next(), accepted.change());
        return DealNews.of(occasion).stream()
                .map(payload -> EventJson.message(envelope(payload, occasion, cause)))
                .toList();
    }

    private Envelope envelope(EventPayload payload, Occasion occasion, EventCause cause) {
        var type = EventType.of(payload);
        return new Envelope(
                ids.next(),
                type,
                type.version(),
                occasion.deal().tenant(),
                cause.correlation().orElse(occasion.deal().value()),
                cause.event(),
                occasion.change().at(),
                Optional.empty(),
                Subject.of(occasion.deal()),
                payload,
                FROM_DEALS,
                cause.trace());
    }
}
