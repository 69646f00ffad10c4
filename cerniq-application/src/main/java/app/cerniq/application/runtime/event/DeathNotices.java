package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.RuntimeEvent.EventDeadLettered;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside.Slip;
import app.cerniq.ports.runtime.SetAside.Standing;
import app.cerniq.ports.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a message became a dead letter. The letter itself is what counts; this only makes it heard. */
final class DeathNotices {

    private static final Logger LOG = LoggerFactory.getLogger(DeathNotices.class);

    private final Outbox outbox;
    private final Clock clock;
    private final Envelopes envelopes;

    DeathNotices(Outbox outbox, Clock clock, Ids ids) {
        this.outbox = outbox;
        this.clock = clock;
        this.envelopes = new Envelopes("events", Metadata.Priority.HIGH, ids);
    }

    void tell(TenantId tenant, List<Round.Done> done) {
        var notices = done.stream()
                .flatMap(one -> one.slips().stream()
                        .filter(slip -> slip.standing() == Standing.DEAD)
                        .map(slip -> notice(one.errand().message(), slip)))
                .flatMap(Optional::stream)
                .toList();
        if (!notices.isEmpty()) {
            outbox.append(tenant, notices);
        }
    }

    private Optional<OutboxMessage> notice(OutboxMessage message, Slip slip) {
        LOG.warn(
                "event {} ({}) of tenant {} is a dead letter of {}: {}",
                message.eventId(),
                message.type(),
                message.tenant(),
                slip.consumer(),
                slip.error());
        // A notice that cannot be delivered must not lead to the next one.
        return message.type().equals(EventType.EVENT_DEAD_LETTERED.word())
                ? Optional.empty()
                : Optional.of(EventJson.message(envelope(message, slip)));
    }

    private Envelope envelope(OutboxMessage message, Slip slip) {
        var cause = new EventCause(Optional.of(message.correlation()), Optional.of(message.eventId()), message.trace());
        var news = new EventDeadLettered(
                message.eventId(),
                message.type(),
                message.version(),
                slip.consumer().value(),
                slip.attempts(),
                slip.error());
        var subject = new Subject(Subject.Kind.TENANT, message.tenant().toString());
        return envelopes.of(message.tenant(), subject, news, clock.instant(), cause);
    }
}
