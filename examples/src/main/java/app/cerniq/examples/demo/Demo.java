package app.cerniq.examples.demo;

import app.cerniq.application.Cerniq;
import app.cerniq.application.catalog.CatalogueCommand.NameSubstitutes;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The demo: a catalogue and customers in, four deals and a verdict on the invariants out. */
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

    /** Plays it on a database; true where every invariant holds afterwards. */
    public boolean play(PlayPostgres database, String schema, PrintWriter out, boolean colour) throws SQLException {
        var timeline = new Timeline(out, new Ink(colour));
        try (var installation = Installation.made(database, schema)) {
            var storage = installation.storage();
            var ids = new TimeOrderedIds(Clock.systemUTC());
            var tenant = new TenantId(ids.next());
            var stranger = new TenantId(ids.next());
            storage.tenants().setUp(stranger, "Another tenant");
            out.printf(
                    "%s · %d offerings · %d companies · tenant %s%n",
                    database.address(), catalogue.offerings().size(), customers.size(), tenant);
            var deals = tell(storage, ids, tenant, timeline);
            timeline.title("What the database says");
            var verdict = new Verdict(new Ledger(installation.connections(), schema), timeline);
            new StockReport(verdict).check(tenant);
            new InvariantReport(verdict, storage.negotiations()).check(tenant, stranger, deals);
            return verdict.allHold();
        }
    }

    /** The story alone, on any store. */
    List<NegotiationId> tell(Storage storage, Ids ids, TenantId tenant, Timeline timeline) {
        var clock = MovableClock.at(MONDAY);
        var cerniq = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .clock(clock)
                .ids(ids)
                .build();
        var cast = Cast.of(ids);
        cerniq.tenants().setUp(tenant, "Demo");
        cerniq.offerings().putOnSale(tenant, catalogue.offerings());
        basket.substitute().ifPresent(other -> substituted(cerniq, tenant, other));
        var shelves = new Shelves(cerniq.stock(), tenant, basket);
        shelves.fill(cast.storekeeper());
        var deals = new Story(new Stage(cerniq, clock, ids, tenant, cast, timeline), basket).play(customers);
        shelves.show(timeline, MONDAY);
        return deals;
    }

    private void substituted(Cerniq cerniq, TenantId tenant, PricedOffering other) {
        var command = new NameSubstitutes(basket.third().sku(), List.of(new Substitute(other.sku(), "")));
        cerniq.catalogue()
                .nameSubstitutes(tenant, command)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }
}
