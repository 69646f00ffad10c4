package app.cerniq.simulator.world;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Booking;
import app.cerniq.testkit.fixture.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One tenant with few goods in two places, few customers, and the deals that its clients know of. */
public final class Company {

    /** The second place of every company, beside the principal one. */
    public static final LocationCode DEPOT = new LocationCode("depot");

    private static final int LEADS = 4;
    private static final String AT_FIRST = "60";

    private final String name;
    private final TenantId tenant;
    private final List<LeadId> leads;
    private final List<NegotiationId> deals = new ArrayList<>();

    private Company(String name, TenantId tenant, List<LeadId> leads) {
        this.name = name;
        this.tenant = tenant;
        this.leads = leads;
    }

    /** Sets a tenant up, with something in stock of everything. */
    static Company founded(String name, Storage storage, Ids ids) {
        var company = new Company(
                name,
                new TenantId(ids.next()),
                IntStream.range(0, LEADS).mapToObj(i -> new LeadId(ids.next())).toList());
        storage.tenants().setUp(company.tenant, "Company " + name);
        storage.offerings().putOnSale(company.tenant, Goods.all());
        storage.locations()
                .open(company.tenant, DEPOT, StockLocation.Kind.WAREHOUSE, "Depot")
                .get();
        List<Booking.Entry> all = company.places().stream()
                .map(place -> (Booking.Entry) new Booking.Received(place, quantity(place.sku(), AT_FIRST)))
                .toList();
        storage.inventory().book(Goods.booking(company.tenant, ids, all)).get();
        return company;
    }

    /** One letter. */
    public String name() {
        return name;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** What it sells; two companies sell under the same SKUs. */
    public List<PricedOffering> goods() {
        return Goods.all();
    }

    /** Where its goods lie. */
    public List<Place> places() {
        return goods().stream()
                .flatMap(offering -> List.of(LocationCode.PRINCIPAL, DEPOT).stream()
                        .map(location -> new Place(offering.sku(), location)))
                .toList();
    }

    public List<LeadId> leads() {
        return leads;
    }

    /** The deals that were opened and heard of, oldest first. */
    public List<NegotiationId> deals() {
        return java.util.Collections.unmodifiableList(deals);
    }

    void heardOf(NegotiationId deal) {
        if (!deals.contains(deal)) {
            deals.add(deal);
        }
    }

    /** What the trace calls a deal: the company's name and a number; a question mark for one it never heard of. */
    public String nameOf(NegotiationId deal) {
        var number = deals.indexOf(deal);
        return number < 0 ? name + "?" : name + (number + 1);
    }

    /** So much of a product, in its unit. */
    public static Quantity quantity(Sku sku, String amount) {
        return Quantity.of(amount, offering(sku).orElseThrow().unit());
    }

    private static Optional<PricedOffering> offering(Sku sku) {
        return Goods.all().stream().filter(one -> one.sku().equals(sku)).findFirst();
    }
}
