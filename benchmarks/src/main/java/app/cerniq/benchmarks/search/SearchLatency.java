package app.cerniq.benchmarks.search;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.domain.catalog.search.ProductQuery;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Finds goods as a host would, prices and stock included, in catalogues of several sizes. Prints one line per size and kind of
 * question: the median and the 95th and 99th percentile of the milliseconds that an answer took. One caller.
 */
public final class SearchLatency {

    private static final TenantId TENANT = new TenantId(new UUID(7, 7));
    private static final int BATCH = 1_000;
    private static final int WARM_UP = 200;
    private static final int HITS = 20;

    private final EmbeddedPostgres server;
    private final PostgresStorage storage;
    private final SearchDesk desk;
    private int filled;

    private SearchLatency(EmbeddedPostgres server, HikariDataSource pool) {
        this.server = server;
        this.storage = PostgresStorage.on(pool);
        this.desk = new SearchDesk(storage, storage.productSearch(), Optional.empty(), Clock.systemUTC());
    }

    /** Takes the sizes, 10,000 and 100,000 unless told, and at last the number of questions of each kind. */
    public static void main(String[] arguments) throws IOException, SQLException {
        var given = Arrays.stream(arguments).map(Integer::parseInt).toList();
        var sizes = given.size() > 1 ? given.subList(0, given.size() - 1) : List.of(10_000, 100_000);
        var questions = given.isEmpty() ? 200 : given.get(given.size() - 1);
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            PostgresStorage.on(server.getPostgresDatabase()).migrate(server.getPostgresDatabase());
            try (var pool = pool(server)) {
                var latency = new SearchLatency(server, pool);
                latency.storage.tenants().setUp(TENANT, "A market");
                System.out.printf(
                        Locale.ROOT,
                        "%d cores, Java %s, %s%n%n",
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        "PostgreSQL of the build");
                System.out.println("| goods | question | p50 ms | p95 ms | p99 ms |");
                System.out.println("|--:|---|--:|--:|--:|");
                for (var size : sizes) {
                    latency.fill(size);
                    latency.measure(questions);
                }
            }
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.addDataSourceProperty("options", "-c role=cerniq_runtime");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private void fill(int size) throws SQLException {
        for (; filled < size; filled += BATCH) {
            storage.offerings()
                    .putOnSale(
                            TENANT,
                            IntStream.range(filled, Math.min(size, filled + BATCH))
                                    .mapToObj(Market::goods)
                                    .toList());
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private void measure(int questions) {
        var kinds = Market.KINDS_OF_QUESTIONS;
        var random = new Random(filled);
        for (var i = 0; i < WARM_UP; i++) {
            ask(i % kinds.size(), random);
        }
        var all = new ArrayList<Long>();
        for (var kind = 0; kind < kinds.size(); kind++) {
            var took = new ArrayList<Long>();
            for (var i = 0; i < questions; i++) {
                took.add(ask(kind, random));
            }
            print(kinds.get(kind), took);
            all.addAll(took);
        }
        print("**all kinds alike**", all);
    }

    private long ask(int kind, Random random) {
        var query = ProductQuery.of(Market.question(kind, filled, random), Money.RON, HITS);
        var begin = System.nanoTime();
        var answer = desk.find(TENANT, query);
        var took = System.nanoTime() - begin;
        if (answer.isLeft()) {
            throw new IllegalStateException(answer.getLeft().describe());
        }
        return took;
    }

    private void print(String what, List<Long> took) {
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %.1f | %.1f | %.1f |%n",
                filled,
                what,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1e6;
    }
}
