package app.cerniq.application.runtime.event;

import app.cerniq.application.runtime.event.Errand.Visit;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventRefusal.Unreadable;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.SetAside;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Takes messages to their consumers, one synchronous pass at a time: claim, deliver with no transaction open and no lock
 * held, settle. Any number of them may run at once, in any number of processes.
 *
 * <p>An event is delivered again where a dispatcher died, lost its store or overran its lease between a consumer's work and
 * {@link Outbox#settle}; nowhere else.
 */
public final class Dispatcher {

    /** At most so many tenants in one pass. */
    private static final int TENANTS = 100;

    /** So often a message may be claimed without arousing suspicion. */
    private static final int UNSUSPECTED = 2;

    private final Storage storage;
    private final Consumers consumers;
    private final DispatchTerms terms;
    private final Crew crew;
    private final Clock clock;
    private final Ids ids;
    private final DeathNotices notices;

    Dispatcher(Storage storage, Consumers consumers, DispatchTerms terms, Crew crew, Clock clock, Ids ids) {
        this.storage = storage;
        this.consumers = consumers;
        this.terms = terms.fitting(consumers.longest());
        this.crew = crew;
        this.clock = clock;
        this.ids = ids;
        this.notices = new DeathNotices(storage.outbox(), clock, ids);
    }

    /**
     * What one pass did.
     *
     * @param settled messages that are off the outbox: delivered to all, or set aside for some
     * @param redelivered copies that were set aside and are delivered now
     * @param setAside copies that a consumer did not take this time
     * @param lost messages whose lease somebody else held by the time they were settled: they are delivered twice
     */
    public record Pass(int settled, int redelivered, int setAside, int lost) {

        static final Pass NOTHING = new Pass(0, 0, 0, 0);

        /** Whether there was anything to do. */
        public boolean isEmpty() {
            return equals(NOTHING);
        }

        Pass and(Pass other) {
            return new Pass(
                    settled + other.settled,
                    redelivered + other.redelivered,
                    setAside + other.setAside,
                    lost + other.lost);
        }
    }

    /** One pass over the tenants that have something due, one batch each. */
    public Pass runOnce() {
        var pass = Pass.NOTHING;
        for (var tenant : storage.outbox().due(clock.instant(), TENANTS)) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            pass = pass.and(messages(tenant)).and(copies(tenant));
        }
        return pass;
    }

    private Lease lease() {
        var now = clock.instant();
        return new Lease(ids.next(), now, now.plus(terms.lease()));
    }

    /** Half of the lease is for what was begun to end, and to be settled. */
    private long end() {
        return System.nanoTime() + terms.lease().toNanos() / 2;
    }

    private Pass messages(TenantId tenant) {
        var lease = lease();
        var end = end();
        var claimed = storage.outbox().claim(tenant, lease, terms.batch());
        if (claimed.isEmpty()) {
            return Pass.NOTHING;
        }
        var bySubject = new LinkedHashMap<Subject, List<Errand>>();
        for (var one : withoutSuspects(claimed)) {
            bySubject
                    .computeIfAbsent(one.message().subject(), fresh -> new ArrayList<>())
                    .add(errand(one));
        }
        var done = run(bySubject.values(), end);
        var settlements = done.stream()
                .map(one -> new Outbox.Settlement(one.errand().message().eventId(), one.slips()))
                .toList();
        var settled = storage.outbox().settle(tenant, lease, clock.instant(), settlements);
        if (settlements.size() < claimed.size()) {
            storage.outbox().release(tenant, lease);
        }
        var kept = done.stream()
                .filter(one -> settled.contains(one.errand().message().eventId()))
                .toList();
        notices.tell(tenant, kept);
        return new Pass(settled.size(), 0, slips(kept), settlements.size() - settled.size());
    }

    /**
     * Where earlier deliveries ended without an answer, one of these messages may be what ends them: then only the one that
     * was tried most often is tried, and the others go free.
     */
    private static List<Outbox.Claimed> withoutSuspects(List<Outbox.Claimed> claimed) {
        var most = claimed.stream().mapToInt(Outbox.Claimed::attempt).max().orElse(0);
        if (most <= UNSUSPECTED) {
            return claimed;
        }
        return claimed.stream().filter(one -> one.attempt() == most).limit(1).toList();
    }

    private static int slips(List<Round.Done> done) {
        return done.stream().mapToInt(one -> one.slips().size()).sum();
    }

    private List<Round.Done> run(Iterable<List<Errand>> groups, long end) {
        var rounds = new ArrayList<Round>();
        groups.forEach(errands -> rounds.add(new Round(errands, terms.backoff(), end)));
        crew.run(rounds);
        return rounds.stream().flatMap(round -> round.done().stream()).toList();
    }

    private Errand errand(Outbox.Claimed claimed) {
        var message = claimed.message();
        var event = claimed.attempt() > terms.backoff().attempts()
                ? Either.<Unreadable, Envelope>left(new Unreadable(
                        message.type(),
                        message.version(),
                        (claimed.attempt() - 1) + " deliveries of it ended without an answer"))
                : EventJson.envelope(message);
        var wanting = EventType.find(message.type()).map(consumers::of).orElse(List.of(unread()));
        return new Errand(
                message,
                event,
                wanting.stream()
                        .map(consumer ->
                                new Visit(consumer, 0, false, claimed.waiting().contains(consumer.name())))
                        .toList());
    }

    private EventConsumer unread() {
        return new Unread(consumers);
    }

    private Pass copies(TenantId tenant) {
        var lease = lease();
        var end = end();
        var claimed = storage.setAside().claim(tenant, lease, consumers.names(), terms.batch());
        if (claimed.isEmpty()) {
            return Pass.NOTHING;
        }
        var done = run(claimed.stream().map(copy -> List.of(errand(copy))).toList(), end);
        var settlements = done.stream()
                .map(one -> new SetAside.Settlement(
                        one.errand().visits().get(0).consumer().name(),
                        one.errand().message().eventId(),
                        one.slips()))
                .toList();
        storage.setAside().settle(tenant, lease, clock.instant(), settlements);
        notices.tell(tenant, done);
        var failed = slips(done);
        return new Pass(0, done.size() - failed, failed, 0);
    }

    private Errand errand(SetAside.Claimed copy) {
        var isReplay = copy.standing() == SetAside.Standing.REPLAY;
        var consumer = consumers.find(copy.consumer()).orElseGet(this::unread);
        return new Errand(
                copy.message(),
                EventJson.envelope(copy.message()),
                List.of(new Visit(consumer, copy.attempts(), isReplay, false)));
    }
}
