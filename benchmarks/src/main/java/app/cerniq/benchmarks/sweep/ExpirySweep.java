package app.cerniq.benchmarks.sweep;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.benchmarks.Median;
import app.cerniq.benchmarks.replay.Deals;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.benchmarks.stockroom.Filling;
import app.cerniq.benchmarks.stockroom.Shelf;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.People;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Sweeps reservations whose time is up from among many that are live: the library and plain SQL in turn, in batches, on
 * one server that syncs every commit. Prints the medians and their ratios as a table.
 */
public final class ExpirySweep {

    private static final List<Integer> BATCHES = List.of(500, 5_000);

    private static final String DUE = """
            select count(*) from cerniq.stock_reservations where status = 'ACTIVE' and expires_at <= now()
            """;

    private final DurablePostgres postgres;
    private final Storage storage;
    private final Filling filling;
    private final int due;

    private ExpirySweep(DurablePostgres postgres, Storage storage, Filling filling, int due) {
        this.postgres = postgres;
        this.storage = storage;
        this.filling = filling;
        this.due = due;
    }

    /**
     * Takes the number of rounds, three unless told, and how many reservations are live and how many are due, 1,000,000
     * and 100,000 unless told.
     */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var live = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        var due = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000;
        try (var postgres = DurablePostgres.start();
                var preparing = postgres.hasty()) {
            var storage = PostgresStorage.on(preparing);
            var deals = new Deals(
                    storage,
                    DroolsPolicies.standard(),
                    Shelf.all(),
                    Shelf.PLENTY,
                    number -> List.of(Shelf.few(number % Shelf.SIZE)));
            var filling = new Filling(postgres, storage, deals);
            filling.live(live);
            var race = new ExpirySweep(postgres, storage, filling, due);
            race.library(BATCHES.get(0)); // warms the compiler up and does not count
            System.out.printf(Locale.ROOT, "%,d due among %,d live:%n%n", due, live);
            System.out.println(
                    "| batch | plain SQL | Cerniq | Cerniq does | wanted | longest batch, plain | Cerniq | heap, Cerniq |");
            System.out.println("|--:|--:|--:|--:|---|--:|--:|--:|");
            for (var batch : BATCHES) {
                race.run(batch, rounds);
            }
        }
    }

    private void run(int batch, int rounds) throws Exception {
        var plain = new ArrayList<Sweep>();
        var ours = new ArrayList<Sweep>();
        for (var i = 0; i < rounds; i++) {
            // Whoever comes second meets larger tables, so they take turns.
            if (i % 2 == 0) {
                plain.add(plain(batch));
                ours.add(library(batch));
            } else {
                ours.add(library(batch));
                plain.add(plain(batch));
            }
        }
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < rounds; i++) {
            ratios.add(ours.get(i).perSecond() / plain.get(i).perSecond());
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,.0f/s | %,.0f/s | %.2f of it (%.2f to %.2f) | at least 0.5 | %,.0f ms | %,.0f ms"
                        + " | %.1f to %.1f MB |%n",
                batch,
                median(plain, Sweep::perSecond),
                median(ours, Sweep::perSecond),
                Median.of(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                most(plain, Sweep::longest),
                most(ours, Sweep::longest),
                -most(ours, sweep -> -sweep.heap().getMin() / 1e6),
                most(ours, sweep -> sweep.heap().getMax() / 1e6));
    }

    private static double median(List<Sweep> sweeps, ToDoubleFunction<Sweep> what) {
        return Median.of(sweeps.stream().mapToDouble(what).boxed().toList());
    }

    private static double most(List<Sweep> sweeps, ToDoubleFunction<Sweep> what) {
        return sweeps.stream().mapToDouble(what).max().orElseThrow();
    }

    private Sweep library(int batch) throws Exception {
        prepare();
        try (var pool = postgres.pool(1)) {
            var reservations = PostgresStorage.on(pool).reservations();
            var by = ActorRef.of(People.SYSTEM);
            var at = Clock.systemUTC().instant();
            return checked(
                    "Cerniq",
                    batch,
                    Sweep.with(limit -> reservations.releaseExpired(Deals.TENANT, by, at, limit), batch, due));
        }
    }

    private Sweep plain(int batch) throws Exception {
        prepare();
        try (var pool = postgres.pool(1);
                var broom = new PlainBroom(pool.getConnection(), OffsetDateTime.now(Clock.systemUTC()))) {
            return checked("plain SQL", batch, Sweep.with(broom, batch, due));
        }
    }

    private void prepare() throws Exception {
        filling.due(due);
        postgres.settle();
    }

    private Sweep checked(String who, int batch, Sweep sweep) throws Exception {
        var left = postgres.number(DUE);
        if (sweep.ended() != due || left != 0) {
            throw new IllegalStateException("Of " + due + " due " + sweep.ended() + " were ended, " + left + " left.");
        }
        var drifts = storage.inventory().drifts(Deals.TENANT);
        if (!drifts.isEmpty()) {
            throw new IllegalStateException("Counters have drifted: " + drifts);
        }
        System.err.printf(
                Locale.ROOT,
                "%s, batches of %,d: %,.0f/s, the longest %,.0f ms, heap %.1f to %.1f MB%n",
                who,
                batch,
                sweep.perSecond(),
                sweep.longest(),
                sweep.heap().getMin() / 1e6,
                sweep.heap().getMax() / 1e6);
        return sweep;
    }
}
