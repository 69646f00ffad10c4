package app.cerniq.examples.demo;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The demo: a catalogue and customers in, three deals and a verdict on the invariants out. */
public final class Demo {

    private static final int CUSTOMERS = 3;
    /** A Monday morning in the selling season; from there the demo moves its own clock. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");

    private final Catalogue catalogue;
    private final List<ClientData> customers;
    private final Basket basket;

    private Demo(Catalogue catalogue, List<ClientData> customers, Basket basket) {
        this.catalogue = catalogue;
        this.customers = customers;
        this.basket = basket;
    }

    /** A demo with these goods and customers, or what it would need to tell its story. */
    public static Either<InvalidValue, Demo> with(Catalogue catalogue, List<ClientData> customers) {
        if (customers.size() < CUSTOMERS) {
            return Either.left(new InvalidValue(
                    "company list", customers.size() + " companies", "at least " + CUSTOMERS + " companies"));
        }
        return Basket.from(catalogue)
                .<Either<InvalidValue, Demo>>map(basket -> Either.right(new Demo(catalogue, customers, basket)))
                .orElseGet(() -> Either.left(new InvalidValue(
                        "catalogue for the demo",
                        catalogue.offerings().size() + " offerings",
                        "at least " + Basket.NEEDED
                                + " offerings below 6,000 lei, with 20 units in stock, a cost of at "
                                + "most 80 % and a floor of at most 90 % of the list price")));
    }

    /** The role that the engine of a schema runs as. */
    public static String roleOf(String schema) {
        return schema + "_runtime";
    }

    /** Plays it; true where every invariant holds afterwards. */
    public boolean play(DemoDatabase database, String schema, PrintWriter out, boolean colour) throws SQLException {
        var timeline = new Timeline(out, new Ink(colour));
        var role = roleOf(schema);
        try (var owner = database.owner()) {
            storage(owner, schema, role).migrate(owner);
        }
        try (var runtime = database.runtime(role)) {
            var storage = storage(runtime, schema, role);
            storage.validate();
            var clock = MovableClock.at(MONDAY);
            var ids = new TimeOrderedIds(java.time.Clock.systemUTC());
            var cerniq = Cerniq.builder()
                    .storage(storage)
                    .policies(DroolsPolicies.standard())
                    .clock(clock)
                    .ids(ids)
                    .build();
            var tenant = new TenantId(ids.next());
            var stranger = new TenantId(ids.next());
            cerniq.tenants().setUp(tenant, "Demo");
            cerniq.tenants().setUp(stranger, "Another tenant");
            cerniq.offerings().putOnSale(tenant, catalogue.offerings());
            cerniq.stockLevels().count(tenant, catalogue.onHand());
            out.printf(
                    "%s · %d offerings · %d companies · tenant %s%n",
                    database.address(), catalogue.offerings().size(), customers.size(), tenant);
            var deals = new Story(cerniq, clock, ids, tenant, timeline, basket).play(customers);
            timeline.title("What the database says");
            var report = new InvariantReport(new Ledger(runtime, schema), storage.negotiations(), timeline);
            return report.allHold(tenant, stranger, deals);
        }
    }

    private static PostgresStorage storage(DataSource source, String schema, String role) {
        return PostgresStorage.builder(source).schema(schema).runtimeRole(role).build();
    }
}
