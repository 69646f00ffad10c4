package app.cerniq.testkit.memory;

import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.DeadLetters;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside;
import app.cerniq.ports.runtime.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One lock for everything that is on its way; what is set aside lies beside it, under the same lock. */
final class InMemoryOutbox implements Outbox {

    /** Where a message stands among those about its subject. */
    record Position(long version, int part, UUID id) implements Comparable<Position> {
        private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::version)
                .thenComparingInt(Position::part)
                .thenComparing(Position::id);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /** Messages appended outside a commit stand behind those of the last commit. */
    private static final int BEHIND_A_COMMIT = 1_000_000;

    private static final Position NOTHING = new Position(0, 0, new UUID(0, 0));

    private static final class Row {
        final OutboxMessage message;
        final Position position;
        int attempts;
        Optional<Lease> lease = Optional.empty();
        Optional<Instant> settledAt = Optional.empty();

        Row(OutboxMessage message, Position position) {
            this.message = message;
            this.position = position;
        }

        boolean isDue(Instant at) {
            return message.scheduledFor().map(time -> !at.isBefore(time)).orElse(true);
        }

        boolean isFree(Instant at) {
            return lease.map(held -> !at.isBefore(held.until())).orElse(true);
        }

        boolean isUnder(Lease held) {
            return lease.map(other -> other.id().equals(held.id())).orElse(false);
        }
    }

    private static final class Box {
        final Map<UUID, Row> rows = new LinkedHashMap<>();
        final Map<Subject, NavigableMap<Position, Row>> pending = new LinkedHashMap<>();

        boolean add(OutboxMessage message, Position position) {
            if (rows.containsKey(message.eventId())) {
                return false;
            }
            var row = new Row(message, position);
            rows.put(message.eventId(), row);
            pending.computeIfAbsent(message.subject(), fresh -> new TreeMap<>()).put(position, row);
            return true;
        }

        void settled(Row row, Instant at) {
            row.settledAt = Optional.of(at);
            row.lease = Optional.empty();
            var waiting = pending.get(row.message.subject());
            if (waiting != null) {
                waiting.remove(row.position);
                if (waiting.isEmpty()) {
                    pending.remove(row.message.subject());
                }
            }
        }

        Collection<NavigableMap<Position, Row>> streams() {
            return pending.values();
        }
    }

    private final Map<TenantId, Box> boxes = new TreeMap<>(Comparator.comparing(TenantId::value));
    private final InMemorySetAside setAside = new InMemorySetAside(this);
    private final InMemoryWakeUp wakeUp = new InMemoryWakeUp();

    SetAside setAside() {
        return setAside;
    }

    DeadLetters deadLetters() {
        return setAside;
    }

    WakeUp wakeUp() {
        return wakeUp;
    }

    private Box box(TenantId tenant) {
        return boxes.computeIfAbsent(tenant, fresh -> new Box());
    }

    /** Messages that belong to one step of what they are about, in its order. */
    synchronized void tell(long version, List<OutboxMessage> messages) {
        var part = 0;
        for (var message : messages) {
            box(message.tenant()).add(message, new Position(version, part++, message.eventId()));
        }
        wakeUp.ring();
    }

    @Override
    public synchronized void append(TenantId tenant, List<OutboxMessage> messages) {
        var box = box(tenant);
        for (var message : messages) {
            var last = Optional.ofNullable(box.pending.get(message.subject()))
                    .map(NavigableMap::lastKey)
                    .orElse(NOTHING);
            last = Collections.max(
                    List.of(last, setAside.last(tenant, message.subject()).orElse(NOTHING)));
            box.add(
                    message,
                    new Position(last.version(), Math.max(BEHIND_A_COMMIT, last.part()) + 1, message.eventId()));
        }
        wakeUp.ring();
    }

    @Override
    public synchronized List<TenantId> due(Instant at, int limit) {
        var found = new ArrayList<TenantId>();
        for (var box : boxes.entrySet()) {
            var hasMessages = box.getValue().streams().stream()
                    .anyMatch(stream ->
                            head(stream, at).filter(row -> row.isFree(at)).isPresent());
            if (found.size() < limit && (hasMessages || setAside.isDue(box.getKey(), at))) {
                found.add(box.getKey());
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Row> head(NavigableMap<Position, Row> stream, Instant at) {
        return stream.values().stream().filter(row -> row.isDue(at)).findFirst();
    }

    @Override
    public synchronized List<Claimed> claim(TenantId tenant, Lease lease, int limit) {
        var at = lease.from();
        var claimed = new ArrayList<Claimed>();
        for (var stream : List.copyOf(box(tenant).streams())) {
            if (head(stream, at).filter(row -> row.isFree(at)).isEmpty()) {
                continue;
            }
            for (var row : stream.values()) {
                if (claimed.size() < limit && row.isDue(at)) {
                    row.lease = Optional.of(lease);
                    row.attempts++;
                    claimed.add(
                            new Claimed(row.message, row.attempts, setAside.waiting(tenant, row.message.subject())));
                }
            }
        }
        return List.copyOf(claimed);
    }

    @Override
    public synchronized Set<UUID> settle(TenantId tenant, Lease lease, Instant at, List<Settlement> settlements) {
        var box = box(tenant);
        var settled = new HashSet<UUID>();
        for (var settlement : settlements) {
            var row = box.rows.get(settlement.eventId());
            if (row != null && row.isUnder(lease) && row.settledAt.isEmpty()) {
                settlement.slips().forEach(slip -> setAside.add(tenant, row.message, row.position, slip, at));
                box.settled(row, at);
                settled.add(settlement.eventId());
            }
        }
        return Set.copyOf(settled);
    }

    @Override
    public synchronized void release(TenantId tenant, Lease lease) {
        box(tenant).rows.values().stream().filter(row -> row.isUnder(lease)).forEach(row -> {
            row.lease = Optional.empty();
            row.attempts--;
        });
    }

    @Override
    public synchronized Backlog backlog(Optional<TenantId> tenant, Instant at) {
        var pending = boxes.entrySet().stream()
                .filter(box -> tenant.map(box.getKey()::equals).orElse(true))
                .flatMap(box -> box.getValue().streams().stream())
                .flatMap(stream -> stream.values().stream())
                .map(row -> row.message.timestamp())
                .toList();
        var oldest = pending.stream()
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, at))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        return new Backlog(pending.size(), oldest, setAside.count(tenant, false), setAside.count(tenant, true));
    }

    @Override
    public synchronized List<OutboxMessage> delivered(TenantId tenant, Instant before, int limit) {
        return box(tenant).rows.values().stream()
                .filter(row -> row.settledAt.map(time -> time.isBefore(before)).orElse(false))
                .map(row -> row.message)
                .sorted(Comparator.comparing(OutboxMessage::eventId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<OutboxMessage> find(TenantId tenant, EventArchive.Span span, int limit) {
        return box(tenant).rows.values().stream()
                .filter(row -> span.includes(row.message))
                .sorted(Comparator.comparing((Row row) -> row.message.timestamp())
                        .thenComparing(row -> row.position.version())
                        .thenComparing(row -> row.position.part())
                        .thenComparing(row -> row.message.eventId()))
                .map(row -> row.message)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<TenantId> withDelivered(Instant before, int limit) {
        return boxes.keySet().stream()
                .filter(tenant -> !delivered(tenant, before, 1).isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void forget(TenantId tenant, Set<UUID> events) {
        var rows = box(tenant).rows;
        new TreeSet<>(events)
                .stream()
                        .filter(id ->
                                rows.containsKey(id) && rows.get(id).settledAt.isPresent())
                        .forEach(rows::remove);
    }
}
