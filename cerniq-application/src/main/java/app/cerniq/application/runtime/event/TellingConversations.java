package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the messages that a step of a conversation carries; they stand in the stream of its deal, and hold no word of it. */
public final class TellingConversations {

    private static final Metadata FROM_CONVERSATIONS =
            new Metadata("conversation", LibraryVersion.TEXT, Metadata.Priority.NORMAL);

    private final Ids ids;

    /** Envelopes with ids from the given source. */
    public TellingConversations(Ids ids) {
        this.ids = ids;
    }

    /** The messages that tell of this, in its order. */
    public List<OutboxMessage> messages(NegotiationId deal, List<EventPayload> news, Instant at) {
        return news.stream()
                .map(payload -> EventJson.message(envelope(deal, payload, at)))
                .toList();
    }

    private Envelope envelope(NegotiationId deal, EventPayload payload, Instant at) {
        var type = EventType.of(payload);
        return new Envelope(
                ids.next(),
                type,
                type.version(),
                deal.tenant(),
                deal.value(),
                Optional.empty(),
                at,
                Optional.empty(),
                Subject.of(deal),
                payload,
                FROM_CONVERSATIONS,
                Optional.empty());
    }
}
