package app.cerniq.benchmarks.stockroom;

import app.cerniq.benchmarks.replay.Deals;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.ports.shared.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** Fills the tables with reservations of the shelf by the hundred thousand, as consistent as if each had been made. */
public final class Filling {

    /** Of so many reservations one is of the product that is asked for more than others. */
    public static final int HOT_SHARE = 10;

    private static final int NEVER = 1_000_000_000;

    /** The number of the first deal that is filled in; all have as many digits as the end of an id. */
    private static final long FIRST = 200_000_000_000L;

    private final DurablePostgres postgres;
    private final Storage storage;
    private final long template;
    private final String sql;
    private long next = FIRST;

    /**
     * Fills the tables of a server.
     *
     * @param deals that were opened on it; one more is opened, which all others are copies of
     */
    public Filling(DurablePostgres postgres, Storage storage, Deals deals) throws IOException {
        this.postgres = postgres;
        this.storage = storage;
        this.template = deals.fresh(1);
        try (var in = Objects.requireNonNull(Filling.class.getResourceAsStream("fill.sql"))) {
            this.sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Held for days to come. */
    public void live(int count) throws SQLException {
        fill(count, "ACTIVE", NEVER, "now() + interval '2 days' + f.n / 10 * interval '100 milliseconds'");
    }

    /** Held until some time in the last hour; nobody has swept up since. */
    public void due(int count) throws SQLException {
        fill(count, "ACTIVE", NEVER, "now() - (1 + f.n / 10 % 3600) * interval '1 second'");
    }

    /** Given back long ago; every tenth was of one and the same product, the first on the shelf. */
    public void ended(int count) throws SQLException {
        fill(count, "CANCELLED", HOT_SHARE, "now() - interval '39 days' + f.n * interval '1 second'");
    }

    private void fill(int count, String status, int every, String expiresAt) throws SQLException {
        var values = Map.of(
                "first", Long.toString(next),
                "count", Integer.toString(count),
                "every", Integer.toString(every),
                "hot", Shelf.sku(0).value(),
                "status", status,
                "expires_at", expiresAt,
                "tenant", Deals.TENANT.toString(),
                "template", Deals.id(template).value().toString());
        var filled = sql;
        for (var value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        try (var connection = postgres.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(filled);
        }
        next += (count + 9) / 10;
        var drifts = storage.inventory().drifts(Deals.TENANT);
        if (!drifts.isEmpty()) {
            throw new IllegalStateException("Filled in badly: " + drifts);
        }
    }
}
