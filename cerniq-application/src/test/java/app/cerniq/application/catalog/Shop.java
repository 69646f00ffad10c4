package app.cerniq.application.catalog;

import app.cerniq.application.Cerniq;
import app.cerniq.application.catalog.CatalogueCommand.ActivateVersion;
import app.cerniq.application.catalog.CatalogueCommand.AddDomain;
import app.cerniq.application.catalog.CatalogueCommand.AddOffering;
import app.cerniq.application.catalog.CatalogueCommand.NewVariant;
import app.cerniq.application.catalog.PriceCommand.AddPriceList;
import app.cerniq.application.catalog.PriceCommand.SetPrice;
import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shop for tests: one tenant that sells a herbicide in two packages to everybody. */
final class Shop {

    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    final MovableClock clock = MovableClock.at(MORNING);
    final InMemoryStorage storage = new InMemoryStorage();
    final Cerniq cerniq = Cerniq.builder()
            .storage(storage)
            .policies(DroolsPolicies.standard())
            .clock(clock)
            .ids(new CountedIds(9))
            .build();
    final TenantId tenant = new TenantId(new CountedIds(8).next());
    final CatalogueDesk catalogue = cerniq.catalogue();
    final PriceDesk prices = cerniq.prices();

    /** An empty one. */
    static Shop empty() {
        var shop = new Shop();
        shop.cerniq.tenants().setUp(shop.tenant, "A tenant");
        return shop;
    }

    /** One with the herbicide on sale. */
    static Shop open() {
        var shop = empty();
        shop.catalogue.addDomain(shop.tenant, domain()).get();
        shop.catalogue.addOffering(shop.tenant, herbicide()).get();
        shop.catalogue
                .activate(shop.tenant, new ActivateVersion(PlantProtection.CODE, 1, 1))
                .get();
        shop.prices.addPriceList(shop.tenant, adding(PlantProtection.EVERYBODY)).get();
        shop.prices.setPrice(shop.tenant, price(PlantProtection.SMALL, "40")).get();
        shop.prices.setPrice(shop.tenant, price(PlantProtection.LARGE, "150")).get();
        return shop;
    }

    static AddDomain domain() {
        var domain = PlantProtection.DOMAIN;
        return new AddDomain(domain.code(), domain.name(), domain.definitions());
    }

    static AddOffering herbicide() {
        return new AddOffering(
                PlantProtection.CODE,
                OfferingKind.PHYSICAL,
                Optional.of(PlantProtection.DOMAIN.code()),
                PlantProtection.saying("Glifosat 360", "3"),
                List.of(variant(PlantProtection.SMALL, "1 l"), variant(PlantProtection.LARGE, "5 l")));
    }

    static NewVariant variant(Sku sku, String size) {
        return new NewVariant(sku, Unit.PIECE, PlantProtection.canister(size));
    }

    static AddPriceList adding(PriceList list) {
        return new AddPriceList(
                list.code(), list.name(), list.currency(), list.channel(), list.validity(), list.precedence());
    }

    static SetPrice price(Sku sku, String amount) {
        return SetPrice.now(
                PlantProtection.EVERYBODY.code(), sku, Money.ron(amount), Money.ron("10"), Optional.empty());
    }

    /** What a SKU is sold for now, directly. */
    Optional<PricedOffering> sold(Sku sku) {
        return Optional.ofNullable(cerniq.offerings()
                .onSale(tenant, List.of(sku), SalesChannelCode.DIRECT, Money.RON)
                .get(sku));
    }

    Optional<NotOnSale> notSold(Sku sku) {
        return Optional.ofNullable(cerniq.offerings()
                .notOnSale(tenant, List.of(sku), SalesChannelCode.DIRECT, Money.RON)
                .get(sku));
    }
}
