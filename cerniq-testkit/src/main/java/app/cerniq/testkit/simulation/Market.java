package app.cerniq.testkit.simulation;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Booking;
import app.cerniq.testkit.fixture.Goods;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** What all sellers of a simulation share: a tenant, few goods in two places, and the deals at hand. */
final class Market {

    static final LocationCode DEPOT = new LocationCode("depot");
    private static final String AT_FIRST = "500";

    final Storage storage;
    final Ids ids;
    final TenantId tenant;
    final List<PricedOffering> goods;
    final Accounts accounts = new Accounts();

    /** The deals that are worked on; a seller takes any of them, so two may meet. */
    final AtomicReferenceArray<NegotiationId> deals;

    final ConcurrentLinkedQueue<NegotiationId> all = new ConcurrentLinkedQueue<>();

    Market(Storage storage, Ids ids, Course course) {
        this.storage = storage;
        this.ids = ids;
        this.tenant = new TenantId(ids.next());
        this.goods =
                IntStream.range(0, course.products()).mapToObj(Market::offering).toList();
        this.deals = new AtomicReferenceArray<>(course.hosts() * 4);
        storage.tenants().setUp(tenant, "A market");
        storage.offerings().putOnSale(tenant, goods);
        storage.locations()
                .open(tenant, DEPOT, StockLocation.Kind.WAREHOUSE, "Depot")
                .get();
        goods.forEach(offering -> {
            stock(offering.sku(), LocationCode.PRINCIPAL);
            stock(offering.sku(), DEPOT);
        });
    }

    private void stock(Sku sku, LocationCode location) {
        var quantity = Quantity.of(AT_FIRST, Unit.BAG);
        List<Booking.Entry> entries = List.of(new Booking.Received(new Place(sku, location), quantity));
        storage.inventory().book(Goods.booking(tenant, ids, entries)).get();
        accounts.in(sku, quantity);
    }

    private static PricedOffering offering(int number) {
        return new PricedOffering(
                new Sku("HOT-" + number),
                1,
                "Seed " + number,
                Unit.BAG,
                "standard",
                Money.ron("100.00"),
                Money.ron("80.00"),
                Optional.of(Money.ron("60.00")),
                VatTreatment.taxed("11"));
    }
}
