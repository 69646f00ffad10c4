package app.cerniq.benchmarks.reservations;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.benchmarks.Median;
import app.cerniq.benchmarks.replay.Deals;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.benchmarks.stockroom.Filling;
import app.cerniq.benchmarks.stockroom.Shelf;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.People;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** A server whose tables hold a past. Its commits do not wait for the disk: what is looked for here is in the plans. */
final class Aged implements AutoCloseable {

    /** How often each thing is done to find out how long it takes. */
    private static final int TIMES = 100;
    /** So often it is done before: by then its statements are prepared, and their plans are for any values. */
    private static final int BEFORE = 20;

    private static final int BATCH = 500;
    private static final int BATCHES = 10;
    private static final int BEFORE_BATCHES = 2;

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<Sku> ASKED_FOR =
            LongStream.range(0, 10).mapToObj(Shelf::sku).toList();

    private static final String PAGES = """
            select sum(hits + read_bytes / 8192) from pg_stat_get_backend_io(pg_backend_pid()) where object = 'relation'
            """;

    private final int past;
    private final DurablePostgres postgres;
    private final HikariDataSource preparing;
    private final Policies policies;
    private final Deals deals;
    private final Filling filling;

    /**
     * Starts one.
     *
     * @param past how many reservations have ended
     */
    Aged(int past, Policies policies) throws IOException, SQLException {
        this.past = past;
        this.policies = policies;
        this.postgres = DurablePostgres.start();
        this.preparing = postgres.hasty();
        var storage = PostgresStorage.on(preparing);
        this.deals = new Deals(storage, policies, Shelf.all(), Shelf.PLENTY, Aged::quote);
        this.filling = new Filling(postgres, storage, deals);
        filling.ended(past);
    }

    /** Deals with an even number ask for the product that has a tenth of the past, the others for any. */
    private static List<QuoteLine> quote(long deal) {
        return List.of(Shelf.few(deal % 2 == 0 ? 0 : deal * 7 % Shelf.SIZE));
    }

    int past() {
        return past;
    }

    /**
     * What one thing costs here.
     *
     * @param micros the median of many times, in microseconds
     * @param pages how many pages of tables and indexes the server looks at, on average
     */
    record Price(double micros, double pages) {}

    /**
     * What things cost here.
     *
     * @param hold to hold goods and to give them back, of any product
     * @param holdHot the same of the product that has a tenth of the past
     * @param positions to ask what there is of ten products
     * @param sweep to sweep a batch of 500
     */
    record Cost(Price hold, Price holdHot, Price positions, Price sweep) {}

    Cost cost() throws Exception {
        var first = deals.fresh(2 * (BEFORE + TIMES));
        postgres.settle();
        var hold = price(BEFORE, TIMES, storage -> holding(storage, first + 1));
        var holdHot = price(BEFORE, TIMES, storage -> holding(storage, first));
        var positions = price(BEFORE, TIMES, storage -> number -> positions(storage));
        // Last, since whoever holds goods of a product ends what is due of it.
        filling.due(BATCH * (BEFORE_BATCHES + BATCHES));
        postgres.settle();
        return new Cost(hold, holdHot, positions, price(BEFORE_BATCHES, BATCHES, storage -> number -> sweep(storage)));
    }

    private interface Doing {
        void it(int number);
    }

    /** Measured on a connection that has seen nothing yet. */
    private Price price(int before, int times, Function<Storage, Doing> what) throws SQLException {
        try (var connection = postgres.hasty()) {
            var doing = what.apply(PostgresStorage.on(connection));
            for (var number = 0; number < before; number++) {
                doing.it(number);
            }
            var micros = new ArrayList<Double>();
            var pages = pages(connection);
            for (var number = before; number < before + times; number++) {
                var begin = System.nanoTime();
                doing.it(number);
                micros.add((System.nanoTime() - begin) / 1e3);
            }
            return new Price(Median.of(micros), (pages(connection) - pages) / (double) times);
        }
    }

    /** How many pages the one connection of a pool has looked at. */
    private static long pages(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            try (var result = statement.executeQuery(PAGES)) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void positions(Storage storage) {
        var found = storage.stockLevels().positions(Deals.TENANT, ASKED_FOR, CLOCK.instant());
        if (found.size() != ASKED_FOR.size()) {
            throw new IllegalStateException("Of " + ASKED_FOR.size() + " products " + found.size() + " were found.");
        }
    }

    private static void sweep(Storage storage) {
        var ended =
                storage.reservations().releaseExpired(Deals.TENANT, ActorRef.of(People.SYSTEM), CLOCK.instant(), BATCH);
        if (ended != BATCH) {
            throw new IllegalStateException("Of a batch of " + BATCH + " only " + ended + " were swept.");
        }
    }

    private Doing holding(Storage storage, long first) {
        var cerniq = Cerniq.builder().storage(storage).policies(policies).build();
        var hold = Holding.hold(deals);
        return number -> {
            var deal = first + 2L * number;
            Deals.must(hold.give(cerniq, deal, Deals.VERSION, deal + " hold"));
            Deals.must(Holding.giveBack(cerniq, deal, Deals.VERSION + 1, deal + " back"));
        };
    }

    @Override
    public void close() throws IOException {
        preparing.close();
        postgres.close();
    }
}
