package app.cerniq.simulator.invariant;

import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeadLetters.Verb;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.simulator.world.Delivered;
import app.cerniq.simulator.world.Seen;
import app.cerniq.simulator.world.World;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** I8: whoever wants to be told is told everything, and of one subject in the order in which it happened. */
final class EveryEventArrives implements Invariant {

    private record Stream(TenantId tenant, Subject subject) {}

    private record Copy(ConsumerName consumer, UUID event) {}

    private final List<ConsumerName> consumers;
    private final Map<Stream, List<UUID>> told = new LinkedHashMap<>();
    private final Set<UUID> known = new HashSet<>();
    private final Set<Copy> arrived = new HashSet<>();

    EveryEventArrives(World world) {
        this.consumers = world.consumers();
    }

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String sentence() {
        return "Every event is delivered to every consumer at least once, in order per subject.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        moment.changes()
                .forEach(change -> change.by()
                        .flatMap(DealBook::commit)
                        .ifPresent(commit -> tell(change.change().negotiation().tenant(), commit.messages())));
        moment.calls().forEach(this::follow);
        var faults = new ArrayList<String>();
        moment.deliveries().forEach(delivered -> overtaken(delivered).ifPresent(faults::add));
        return faults;
    }

    private void tell(TenantId tenant, List<OutboxMessage> messages) {
        for (var message : messages) {
            if (known.add(message.eventId())) {
                told.computeIfAbsent(new Stream(tenant, message.subject()), fresh -> new ArrayList<>())
                        .add(message.eventId());
            }
        }
    }

    /** An operator may give a message up, and then its consumer is not waited for. */
    private void follow(Seen call) {
        var isYes = call.answer() instanceof Either<?, ?> answer && answer.isRight();
        if (call.is("deadLetters.skip") && isYes) {
            var verb = (Verb) call.call().arguments().get(1);
            arrived.add(new Copy(verb.consumer(), verb.eventId()));
        }
    }

    private Optional<String> overtaken(Delivered delivered) {
        var envelope = delivered.envelope();
        var isFirst = arrived.add(new Copy(delivered.consumer(), envelope.eventId()));
        var stream = told.getOrDefault(new Stream(envelope.tenant(), envelope.subject()), List.of());
        var place = stream.indexOf(envelope.eventId());
        if (!isFirst || place < 0) {
            return Optional.empty(); // once more, or what the store itself noticed
        }
        return stream.subList(0, place).stream()
                .filter(earlier -> !arrived.contains(new Copy(delivered.consumer(), earlier)))
                .findFirst()
                .map(earlier -> delivered.consumer() + " was told " + envelope.type() + " of " + envelope.subject()
                        + " before the event " + earlier + ", which happened earlier.");
    }

    @Override
    public List<String> atEnd(Moment moment) {
        var faults = new ArrayList<String>();
        told.forEach((stream, events) -> events.forEach(event -> consumers.stream()
                .filter(consumer -> !arrived.contains(new Copy(consumer, event)))
                .map(consumer -> consumer + " was never told the event " + event + " of " + stream.subject() + ".")
                .forEach(faults::add)));
        return faults;
    }
}
