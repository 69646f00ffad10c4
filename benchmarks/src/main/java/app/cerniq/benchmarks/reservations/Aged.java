package app.cerniq.benchmarks.reservations;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.benchmarks.Median;
import app.cerniq.benchmarks.replay.Command;
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
import java.util.stream.LongStream;

/** A server whose tables hold a past. Its commits do not wait for the disk: what is looked for here is in the plans. */
final class Aged implements AutoCloseable {

    /** How often each thing is done to find out how long it takes. */
    private static final int TIMES = 100;
    /** So often it is done before: by then its statements are prepared, and their plans are for any values. */
    private static final int BEFORE = 20;

    private static final int BATCH = 500;
    private static final int BATCHES = 8;
    private static final List<Sku> ASKED_FOR =
            LongStream.range(0, 10).mapToObj(Shelf::sku).toList();
    private static final Clock CLOCK = Clock.systemUTC();

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
     * What things cost here, each the median of many, in microseconds.
     *
     * @param hold to hold goods and to give them back, of any product
     * @param holdHot the same of the product that has a tenth of the past
     * @param positions to ask what there is of ten products
     * @param sweep to sweep a batch of 500
     */
    record Cost(double hold, double holdHot, double positions, double sweep) {}

    /** Measured on connections that have seen nothing yet. */
    Cost cost() throws Exception {
        var first = deals.fresh(2 * (TIMES + BEFORE));
        postgres.settle();
        double hold;
        double holdHot;
        double positions;
        try (var connection = postgres.hasty()) {
            var storage = PostgresStorage.on(connection);
            var cerniq =
                    Cerniq.builder().storage(storage).policies(policies).build();
            hold = holding(cerniq, first + 1);
            holdHot = holding(cerniq, first);
            positions = median(BEFORE, TIMES, number -> positions(storage));
        }
        return new Cost(hold, holdHot, positions, sweeping());
    }

    /** Last, since whoever holds goods of a product ends what is due of it. */
    private double sweeping() throws Exception {
        filling.due(BATCH * BATCHES);
        postgres.settle();
        try (var connection = postgres.hasty()) {
            var reservations = PostgresStorage.on(connection).reservations();
            return median(
                    1,
                    BATCHES - 1,
                    number -> mustBeAll(reservations.releaseExpired(
                            Deals.TENANT, ActorRef.of(People.SYSTEM), CLOCK.instant(), BATCH)));
        }
    }

    private static void positions(Storage storage) {
        var found = storage.stockLevels().positions(Deals.TENANT, ASKED_FOR, CLOCK.instant());
        if (found.size() != ASKED_FOR.size()) {
            throw new IllegalStateException("Of " + ASKED_FOR.size() + " products " + found.size() + " were found.");
        }
    }

    private static void mustBeAll(int ended) {
        if (ended != BATCH) {
            throw new IllegalStateException("Of a batch of " + BATCH + " only " + ended + " were swept.");
        }
    }

    private double holding(Cerniq cerniq, long first) {
        Command hold = Holding.hold(deals);
        return median(BEFORE, TIMES, number -> {
            var deal = first + 2L * number;
            Deals.must(hold.give(cerniq, deal, Deals.VERSION, deal + " hold"));
            Deals.must(Holding.giveBack(cerniq, deal, Deals.VERSION + 1, deal + " back"));
        });
    }

    private interface Doing {
        void it(int number);
    }

    private static double median(int before, int times, Doing doing) {
        var micros = new ArrayList<Double>();
        for (var number = 0; number < before + times; number++) {
            var begin = System.nanoTime();
            doing.it(number);
            if (number >= before) {
                micros.add((System.nanoTime() - begin) / 1e3);
            }
        }
        return Median.of(micros);
    }

    @Override
    public void close() throws IOException {
        preparing.close();
        postgres.close();
    }
}
