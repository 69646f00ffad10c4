package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.event.EventRefusal;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeadLetters;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside;
import app.cerniq.testkit.memory.InMemoryOutbox.Position;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Copies for one consumer each, under the lock of the outbox. */
final class InMemorySetAside implements SetAside, DeadLetters {

    private record Key(ConsumerName consumer, UUID event) {}

    private record Line(ConsumerName consumer, Subject subject) {}

    /** So far back a clock may be set before a pause counts as over. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final class Copy {
        final ConsumerName consumer;
        final OutboxMessage message;
        final Position position;
        Standing standing;
        int attempts;
        Instant since;
        Instant dueAt;
        String error;
        Optional<Lease> lease = Optional.empty();

        Copy(OutboxMessage message, Position position, Slip slip, Instant at) {
            this.consumer = slip.consumer();
            this.message = message;
            this.position = position;
            this.standing = slip.standing();
            this.attempts = slip.attempts();
            this.error = slip.error();
            this.since = at;
            this.dueAt = at.plus(slip.pause());
        }

        void again(Slip slip, Instant at) {
            standing = slip.standing();
            attempts = slip.attempts();
            error = slip.error();
            since = at;
            dueAt = at.plus(slip.pause());
            lease = Optional.empty();
        }

        boolean isDue(Instant at) {
            return standing != Standing.DEAD
                    && lease.map(held -> !at.isBefore(held.until())).orElse(true)
                    && (!at.isBefore(dueAt) || at.isBefore(since.minus(STEP)));
        }

        Key key() {
            return new Key(consumer, message.eventId());
        }

        Line line() {
            return new Line(consumer, message.subject());
        }
    }

    private static final Comparator<Copy> IN_TURN =
            Comparator.comparing((Copy copy) -> copy.position).thenComparing(copy -> copy.consumer);

    private final Object lock;
    private final Map<TenantId, Map<Key, Copy>> copies = new HashMap<>();
    private final Map<TenantId, List<Decided>> decisions = new HashMap<>();

    InMemorySetAside(Object lock) {
        this.lock = lock;
    }

    private Map<Key, Copy> of(TenantId tenant) {
        return copies.computeIfAbsent(tenant, fresh -> new HashMap<>());
    }

    private Stream<Copy> inTurn(TenantId tenant) {
        return of(tenant).values().stream().sorted(IN_TURN);
    }

    void add(TenantId tenant, OutboxMessage message, Position position, Slip slip, Instant at) {
        of(tenant).putIfAbsent(new Key(slip.consumer(), message.eventId()), new Copy(message, position, slip, at));
    }

    Set<ConsumerName> waiting(TenantId tenant, Subject subject) {
        var found = new HashSet<ConsumerName>();
        of(tenant).values().stream()
                .filter(copy -> copy.message.subject().equals(subject))
                .forEach(copy -> found.add(copy.consumer));
        return Set.copyOf(found);
    }

    /** Where the last copy about a subject stands. */
    Optional<Position> last(TenantId tenant, Subject subject) {
        return of(tenant).values().stream()
                .filter(copy -> copy.message.subject().equals(subject))
                .map(copy -> copy.position)
                .max(Comparator.naturalOrder());
    }

    boolean isDue(TenantId tenant, Instant at) {
        return firsts(tenant).anyMatch(copy -> copy.isDue(at));
    }

    private Stream<Copy> firsts(TenantId tenant) {
        var first = new TreeMap<String, Copy>();
        inTurn(tenant)
                .forEach(copy -> first.putIfAbsent(
                        copy.line().consumer() + " " + copy.line().subject(), copy));
        return first.values().stream().sorted(IN_TURN);
    }

    long count(Optional<TenantId> tenant, boolean onlyDead) {
        return copies.entrySet().stream()
                .filter(entry -> tenant.map(entry.getKey()::equals).orElse(true))
                .flatMap(entry -> entry.getValue().values().stream())
                .filter(copy -> !onlyDead || copy.standing == Standing.DEAD)
                .count();
    }

    @Override
    public List<SetAside.Claimed> claim(TenantId tenant, Lease lease, Set<ConsumerName> consumers, int limit) {
        synchronized (lock) {
            var due = firsts(tenant)
                    .filter(copy -> consumers.contains(copy.consumer) && copy.isDue(lease.from()))
                    .limit(limit)
                    .toList();
            due.forEach(copy -> copy.lease = Optional.of(lease));
            return due.stream()
                    .map(copy -> new SetAside.Claimed(copy.consumer, copy.message, copy.standing, copy.attempts))
                    .toList();
        }
    }

    @Override
    public Set<UUID> settle(TenantId tenant, Lease lease, Instant at, List<SetAside.Settlement> settlements) {
        synchronized (lock) {
            var settled = new HashSet<UUID>();
            for (var settlement : settlements) {
                var key = new Key(settlement.consumer(), settlement.eventId());
                var copy = of(tenant).get(key);
                if (copy != null
                        && copy.lease.map(held -> held.id().equals(lease.id())).orElse(false)) {
                    if (settlement.slips().isEmpty()) {
                        of(tenant).remove(key);
                    } else {
                        copy.again(settlement.slips().get(0), at);
                    }
                    settled.add(settlement.eventId());
                }
            }
            return Set.copyOf(settled);
        }
    }

    @Override
    public int replay(
            TenantId tenant,
            ConsumerName consumer,
            List<OutboxMessage> messages,
            ActorRef by,
            Instant at,
            String reason) {
        synchronized (lock) {
            var part = 0;
            var made = 0;
            for (var message : messages) {
                if (of(tenant).containsKey(new Key(consumer, message.eventId()))) {
                    continue;
                }
                made++;
                note(tenant, Decided.Kind.REPLAY, new Verb(consumer, message.eventId(), by, at, reason), "");
                var slip = new Slip(consumer, Standing.REPLAY, 0, Duration.ZERO, "");
                add(tenant, message, new Position(-1, part++, message.eventId()), slip, at);
            }
            return made;
        }
    }

    @Override
    public List<DeadLetter> open(TenantId tenant, Optional<ConsumerName> consumer, int limit) {
        synchronized (lock) {
            return inTurn(tenant)
                    .filter(copy -> copy.standing == Standing.DEAD)
                    .filter(copy -> consumer.map(copy.consumer::equals).orElse(true))
                    .sorted(Comparator.comparing((Copy copy) -> copy.since)
                            .thenComparing(copy -> copy.message.eventId()))
                    .limit(limit)
                    .map(copy -> letter(tenant, copy))
                    .toList();
        }
    }

    private DeadLetter letter(TenantId tenant, Copy dead) {
        var behind = of(tenant).values().stream()
                .filter(copy -> copy.line().equals(dead.line()) && copy.position.compareTo(dead.position) > 0)
                .count();
        return new DeadLetter(dead.consumer, dead.message, dead.attempts, dead.error, dead.since, behind);
    }

    @Override
    public Either<EventRefusal, DeadLetter> retry(TenantId tenant, Verb verb) {
        return decided(
                tenant,
                verb,
                Decided.Kind.RETRY,
                copy -> copy.again(new Slip(copy.consumer, Standing.FAILED, 0, Duration.ZERO, copy.error), verb.at()));
    }

    @Override
    public Either<EventRefusal, DeadLetter> skip(TenantId tenant, Verb verb) {
        return decided(tenant, verb, Decided.Kind.SKIP, copy -> of(tenant).remove(copy.key()));
    }

    private void note(TenantId tenant, Decided.Kind kind, Verb verb, String error) {
        decisions.computeIfAbsent(tenant, fresh -> new ArrayList<>()).add(new Decided(kind, verb, error));
    }

    private Either<EventRefusal, DeadLetter> decided(
            TenantId tenant, Verb verb, Decided.Kind kind, Consumer<Copy> what) {
        synchronized (lock) {
            var copy = of(tenant).get(new Key(verb.consumer(), verb.eventId()));
            if (copy == null || copy.standing != Standing.DEAD) {
                return left(new EventRefusal.NoDeadLetter(verb.consumer().value(), verb.eventId()));
            }
            var letter = letter(tenant, copy);
            note(tenant, kind, verb, copy.error);
            what.accept(copy);
            return right(letter);
        }
    }

    @Override
    public List<Decided> decisions(TenantId tenant, Instant from, int limit) {
        synchronized (lock) {
            return decisions.getOrDefault(tenant, List.of()).stream()
                    .filter(decided -> !decided.verb().at().isBefore(from))
                    .limit(limit)
                    .toList();
        }
    }
}
