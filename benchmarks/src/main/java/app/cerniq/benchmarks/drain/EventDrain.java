package app.cerniq.benchmarks.drain;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.runtime.event.DispatchTerms;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.benchmarks.Median;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Told;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Drains an outbox with one dispatcher, and with plain SQL that leases and settles the same rows without asking for any
 * order, in turn on one server that syncs every commit; then measures how long a single event takes from its commit to its
 * consumer while the dispatcher sleeps in between.
 */
public final class EventDrain {

    private static final String LEASE = """
            update cerniq.outbox o
            set lease_id = ?, leased_until = clock_timestamp() + interval '2 minutes', attempts = attempts + 1
            where tenant_id = ?
                and coalesce(settled_at, 'infinity') = 'infinity'
                and event_id = any (array(
                    select event_id
                    from cerniq.outbox
                    where tenant_id = ? and settled_at is null and leased_until is null
                    order by entry
                    limit ?
                    for update skip locked
                ))
            returning event_id, type, payload, occurred_at
            """;
    private static final String SETTLE = """
            update cerniq.outbox
            set settled_at = now(), lease_id = null, leased_until = null
            where tenant_id = ? and event_id = any (?) and lease_id = ?
            """;
    private static final int BATCH = 500;
    private static final int PER_SUBJECT = 10;

    private final Clock clock = Clock.systemUTC();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final TenantId tenant = new TenantId(ids.next());
    private final DurablePostgres postgres;
    private final int events;

    private EventDrain(DurablePostgres postgres, int events) {
        this.postgres = postgres;
        this.events = events;
    }

    /** Takes the number of rounds, three unless told, and how many events a round drains, 50,000 unless told. */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        try (var postgres = DurablePostgres.start()) {
            new EventDrain(postgres, events).run(rounds);
        }
    }

    private void run(int rounds) throws Exception {
        try (var pool = postgres.pool(1)) {
            PostgresStorage.on(pool).tenants().setUp(tenant, "A tenant");
        }
        library(); // warms the compiler up and does not count
        var plain = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            plain.add(plain());
            ours.add(library());
            ratios.add(ours.get(round) / plain.get(round));
        }
        System.out.println("| events | plain SQL | Cerniq | Cerniq does | wanted |");
        System.out.println("|--:|--:|--:|--:|---|");
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,.0f/s | %,.0f/s | %.2f of it | at least 0.6 |%n",
                events,
                Median.of(plain),
                Median.of(ours),
                Median.of(ratios));
        latency();
    }

    private void fill(Storage storage) throws Exception {
        var batch = new ArrayList<OutboxMessage>();
        for (var number = 0; number < events; number++) {
            batch.add(Told.closed(tenant, ids.next(), "s" + number % (events / PER_SUBJECT), clock.instant()));
            if (batch.size() == 1_000 || number == events - 1) {
                storage.outbox().append(tenant, batch);
                batch.clear();
            }
        }
        postgres.settle();
    }

    private double library() throws Exception {
        try (var pool = postgres.pool(1)) {
            var storage = PostgresStorage.on(pool);
            fill(storage);
            var counting = new Counting(event -> {});
            var dispatcher = desk(storage, counting, DispatchTerms.STANDARD).dispatcher();
            var begin = System.nanoTime();
            while (!dispatcher.runOnce().isEmpty()) {
                // Until nothing is left.
            }
            return perSecond("Cerniq", counting.count(), System.nanoTime() - begin);
        }
    }

    private EventDesk desk(Storage storage, Counting counting, DispatchTerms terms) {
        return new EventDesk(storage, storage.eventArchive(), List.of(counting), terms, clock, ids);
    }

    private double plain() throws Exception {
        try (var pool = postgres.pool(1)) {
            fill(PostgresStorage.on(pool));
            try (var connection = pool.getConnection();
                    var tenantSetting = connection.prepareStatement("select set_config('cerniq.tenant', ?, false)");
                    var lease = connection.prepareStatement(LEASE);
                    var settle = connection.prepareStatement(SETTLE)) {
                tenantSetting.setString(1, tenant.toString());
                tenantSetting.execute();
                var begin = System.nanoTime();
                var done = 0L;
                for (var got = drained(lease, settle); got > 0; got = drained(lease, settle)) {
                    done += got;
                }
                return perSecond("plain SQL", done, System.nanoTime() - begin);
            }
        }
    }

    private int drained(PreparedStatement lease, PreparedStatement settle) throws SQLException {
        var id = UUID.randomUUID();
        lease.setObject(1, id);
        lease.setObject(2, tenant.value());
        lease.setObject(3, tenant.value());
        lease.setInt(4, BATCH);
        var got = new ArrayList<UUID>();
        try (var rows = lease.executeQuery()) {
            while (rows.next()) {
                if (!rows.getString("payload").isEmpty()) {
                    got.add(rows.getObject("event_id", UUID.class));
                }
            }
        }
        settle.setObject(1, tenant.value());
        settle.setArray(2, settle.getConnection().createArrayOf("uuid", got.toArray()));
        settle.setObject(3, id);
        if (settle.executeUpdate() != got.size()) {
            throw new IllegalStateException("Not all that was leased was settled.");
        }
        return got.size();
    }

    private double perSecond(String who, long done, long nanos) {
        if (done != events) {
            throw new IllegalStateException(who + " drained " + done + " of " + events + ".");
        }
        System.err.printf(Locale.ROOT, "%s: %,.0f/s%n", who, done * 1e9 / nanos);
        return done * 1e9 / nanos;
    }

    private void latency() throws Exception {
        var took = new CopyOnWriteArrayList<Long>();
        try (var pool = postgres.pool(6)) {
            var storage = PostgresStorage.on(pool);
            var threads = Executors.newFixedThreadPool(2);
            var counting = new Counting(event -> took.add(
                    Duration.between(event.timestamp(), clock.instant()).toMillis()));
            var loop = desk(storage, counting, DispatchTerms.STANDARD).loop(threads);
            var runner = new Thread(loop, "events");
            runner.start();
            for (var number = 0; number < 500; number++) {
                // Now while it is busy, now while it sleeps.
                Thread.sleep(number % 5 == 0 ? 300 : 5);
                storage.outbox()
                        .append(tenant, List.of(Told.closed(tenant, ids.next(), "l" + number, clock.instant())));
            }
            Thread.sleep(3_000);
            loop.close();
            runner.interrupt();
            runner.join();
            threads.shutdownNow();
        }
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%nFrom commit to consumer, %d events: median %d ms, p99 %d ms, longest %d ms (wanted: p99 under 1 s)%n",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
    }
}
