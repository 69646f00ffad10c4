package app.cerniq.application.runtime.event;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.event.CrossStageEvent;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventRefusal;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeadLetters.DeadLetter;
import app.cerniq.ports.runtime.DeadLetters.Decided;
import app.cerniq.ports.runtime.DeadLetters.Verb;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * Everything that can be asked about published events: dispatch them, look at what waits, decide about what could not be
 * delivered, have things delivered again, tell us what comes from other stages. Thread-safe; starts no thread.
 */
public final class EventDesk {

    /** At most so many messages in one replay; ask again from where it ended for more. */
    public static final int MOST_REPLAYED = 10_000;

    private final Storage storage;
    private final EventArchive archive;
    private final Consumers consumers;
    private final DispatchTerms terms;
    private final Clock clock;
    private final Ids ids;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public EventDesk(
            Storage storage,
            EventArchive archive,
            List<EventConsumer> consumers,
            DispatchTerms terms,
            Clock clock,
            Ids ids) {
        this.storage = storage;
        this.archive = archive;
        this.consumers = new Consumers(consumers);
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    /** A dispatcher that works in the thread that calls it, for tests, simulators and hosts with a scheduler of their own. */
    public Dispatcher dispatcher() {
        return new Dispatcher(storage, consumers, terms, Crew.ofOne(), clock, ids);
    }

    /**
     * A dispatcher that lets consumers work in these threads, several subjects at once, and interrupts who takes longer than
     * its time limit. The executor stays the caller's.
     */
    public Dispatcher dispatcher(ExecutorService threads) {
        return new Dispatcher(storage, consumers, terms, Crew.of(threads), clock, ids);
    }

    /** A loop around {@link #dispatcher(ExecutorService)}, for a thread that the caller starts and interrupts. */
    public DispatchLoop loop(ExecutorService threads) {
        return new DispatchLoop(dispatcher(threads), storage.wakeUp(), terms.poll());
    }

    /** How much waits to be delivered, over all tenants. */
    public Outbox.Backlog backlog() {
        return storage.outbox().backlog(Optional.empty(), clock.instant());
    }

    /** How much of a tenant waits to be delivered. */
    public Outbox.Backlog backlog(TenantId tenant) {
        return storage.outbox().backlog(Optional.of(tenant), clock.instant());
    }

    /** What could not be delivered and waits for an operator, the oldest first. */
    public List<DeadLetter> deadLetters(TenantId tenant, int limit) {
        return storage.deadLetters().open(tenant, Optional.empty(), limit);
    }

    /** What operators decided, oldest first. */
    public List<Decided> decisions(TenantId tenant, Instant from, int limit) {
        return storage.deadLetters().decisions(tenant, from, limit);
    }

    /** Has a dead letter tried again, and after it what waits behind it. */
    public Either<EventRefusal, DeadLetter> retry(
            TenantId tenant, Actor by, ConsumerName consumer, UUID event, String reason) {
        return reasoned(reason).flatMap(why -> storage.deadLetters().retry(tenant, verb(by, consumer, event, why)));
    }

    /** Gives a dead letter up; what waits behind it goes on. */
    public Either<EventRefusal, DeadLetter> skip(
            TenantId tenant, Actor by, ConsumerName consumer, UUID event, String reason) {
        return reasoned(reason).flatMap(why -> storage.deadLetters().skip(tenant, verb(by, consumer, event, why)));
    }

    private Verb verb(Actor by, ConsumerName consumer, UUID event, String reason) {
        return new Verb(consumer, event, ActorRef.of(by), clock.instant(), reason);
    }

    private static Either<EventRefusal, String> reasoned(String reason) {
        return EventRefusal.NoReason.isWanting(reason) ? left(new EventRefusal.NoReason(reason)) : right(reason);
    }

    /**
     * Has what happened in a span of time, or to one subject, delivered again to one consumer and nobody else, marked as a
     * replay; taken from the outbox and the archive, the oldest first.
     *
     * @return how many events will be delivered again, at most {@link #MOST_REPLAYED}
     */
    public Either<EventRefusal, Integer> replay(
            TenantId tenant, Actor by, ConsumerName consumer, EventArchive.Span span, String reason) {
        var known = consumers.find(consumer);
        if (known.isEmpty()) {
            return left(new EventRefusal.UnknownConsumer(consumer.value(), consumers.words()));
        }
        return reasoned(reason).map(why -> {
            var wanted = wanted(tenant, span).stream()
                    .filter(message -> EventType.find(message.type())
                            .map(known.get().types()::contains)
                            .orElse(false))
                    .limit(MOST_REPLAYED)
                    .toList();
            return storage.setAside().replay(tenant, consumer, wanted, ActorRef.of(by), clock.instant(), why);
        });
    }

    private List<OutboxMessage> wanted(TenantId tenant, EventArchive.Span span) {
        var found = new LinkedHashMap<UUID, OutboxMessage>();
        Stream.concat(
                        archive.find(tenant, span, MOST_REPLAYED).stream(),
                        storage.outbox().find(tenant, span, MOST_REPLAYED).stream())
                .forEach(message -> found.putIfAbsent(message.eventId(), message));
        return List.copyOf(found.values());
    }

    /**
     * Tells us what happened in another stage of the sale: {@code lead.warm.reply} and {@code lead.callback.requested}. The
     * same id is taken once.
     *
     * @param eventId the host's id of what happened, so that it can be told again without a second effect
     * @param source the part of the host that tells it, 1 to 100 characters
     * @param at when it happened
     */
    public Either<EventRefusal, Envelope> publish(
            TenantId tenant, UUID eventId, CrossStageEvent payload, String source, Instant at, EventCause cause) {
        var lead = Incoming.lead(payload);
        if (lead.isEmpty()) {
            return left(new EventRefusal.NotFromOutside(EventType.of(payload), Incoming.words()));
        }
        if (storage.tenants().discountLimits(tenant).isEmpty()) {
            return left(new EventRefusal.UnknownTenant(tenant.toString()));
        }
        var known = new EventCause(
                Optional.of(cause.correlation().orElse(lead.get().value())), cause.event(), cause.trace());
        var subject = new Subject(Subject.Kind.LEAD, lead.get().toString());
        var envelope =
                new Envelopes(source, Metadata.Priority.HIGH, () -> eventId).of(tenant, subject, payload, at, known);
        storage.outbox().append(tenant, List.of(EventJson.message(envelope)));
        return right(envelope);
    }

    /**
     * Moves what was delivered long enough ago into the archive, one batch of each tenant.
     *
     * @return how many messages were moved; ask again until it is none
     */
    public int archive(Duration deliveredFor) {
        return new Archiving(storage.outbox(), archive).move(clock.instant().minus(deliveredFor));
    }

    /** Destroys what a tenant's archive holds from before an instant; how much, at most {@code limit}. */
    public int destroyArchived(TenantId tenant, Instant before, int limit) {
        return archive.destroy(tenant, before, limit);
    }
}
