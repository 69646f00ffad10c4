package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Archived;
import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CatalogueCommit.PriceChange;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.PlantProtection;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.catalog.Offerings} must do. */
public interface OfferingsContract extends StorageContract {

    /** When everything is asked. */
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Map<Sku, PricedOffering> onSale(TenantId tenant, Sku... skus) {
        return storage()
                .offerings()
                .onSale(OnSaleQuestion.of(tenant, List.of(skus), SalesChannelCode.DIRECT, Money.RON, NOON));
    }

    @Test
    default void an_offering_comes_back_as_it_was_put_on_sale() {
        var tenant = tenant();

        var found = onSale(tenant, Goods.UREA.sku(), Goods.NOZZLE.sku());

        assertThat(found).isEqualTo(Map.of(Goods.UREA.sku(), Goods.UREA, Goods.NOZZLE.sku(), Goods.NOZZLE));
    }

    @Test
    default void a_sku_that_is_not_on_sale_is_missing() {
        assertThat(onSale(tenant(), new Sku("NO-SUCH"))).isEmpty();
    }

    @Test
    default void nothing_is_asked_and_nothing_is_found() {
        assertThat(onSale(tenant())).isEmpty();
    }

    @Test
    default void the_offerings_of_another_tenant_are_not_seen() {
        tenant();
        var other = new TenantId(ids().next());
        storage().tenants().setUp(other, "Another");

        assertThat(onSale(other, Goods.UREA.sku())).isEmpty();
    }

    // --- one channel, one currency, one instant

    private TenantId protecting() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        assertThat(storage().catalogue().commit(PlantProtection.all(tenant))).isEqualTo(CommitOutcome.STORED);
        return tenant;
    }

    private Optional<PricedOffering> large(TenantId tenant, SalesChannelCode channel, String at) {
        return Optional.ofNullable(storage()
                .offerings()
                .onSale(asking(tenant, channel, Money.RON, Instant.parse(at)))
                .get(PlantProtection.LARGE));
    }

    private @Nullable NotOnSale whyNot( // null where there is no reason
            TenantId tenant, SalesChannelCode channel, Currency currency, Instant at) {
        var question = asking(tenant, channel, currency, at);
        assertThat(storage().offerings().onSale(question)).isEmpty();
        return storage().offerings().notOnSale(question).get(PlantProtection.LARGE);
    }

    private static OnSaleQuestion asking(TenantId tenant, SalesChannelCode channel, Currency currency, Instant at) {
        return OnSaleQuestion.of(tenant, List.of(PlantProtection.LARGE), channel, currency, at);
    }

    @Test
    default void the_price_is_that_of_the_strongest_list_on_the_channel_at_the_instant() {
        var tenant = protecting();
        var dealers = PlantProtection.DEALERS.code();

        assertThat(large(tenant, dealers, "2026-03-31T23:59:59.999999Z").map(PricedOffering::priceList))
                .contains("everybody");
        assertThat(large(tenant, dealers, "2026-04-01T00:00:00Z").map(PricedOffering::priceList))
                .contains("dealers in spring");
        assertThat(large(tenant, dealers, "2026-05-31T23:59:59.999999Z").map(PricedOffering::priceList))
                .contains("dealers in spring");
        assertThat(large(tenant, dealers, "2026-06-01T00:00:00Z").map(PricedOffering::priceList))
                .contains("everybody");
        assertThat(large(tenant, SalesChannelCode.DIRECT, "2026-05-01T00:00:00Z")
                        .map(PricedOffering::priceList))
                .contains("everybody");
    }

    @Test
    default void a_higher_precedence_wins_where_it_has_a_price() {
        var tenant = protecting();
        var promotion = new PriceList(
                new PriceListCode("promotion"), "Promotion", Money.RON, Optional.empty(), Validity.ALWAYS, 5, 1);
        storage()
                .catalogue()
                .commit(CatalogueCommit.of(tenant)
                        .withPriceLists(List.of(promotion))
                        .withPrices(List.of(
                                PlantProtection.price(promotion, PlantProtection.SMALL, PlantProtection.CHEAP))));

        var found = storage()
                .offerings()
                .onSale(OnSaleQuestion.of(
                        tenant,
                        List.of(PlantProtection.SMALL, PlantProtection.LARGE),
                        SalesChannelCode.DIRECT,
                        Money.RON,
                        NOON));

        assertThat(found)
                .extractingByKey(PlantProtection.SMALL)
                .extracting(PricedOffering::priceList)
                .isEqualTo("promotion");
        assertThat(found)
                .extractingByKey(PlantProtection.LARGE)
                .extracting(PricedOffering::priceList)
                .isEqualTo("everybody");
    }

    @Test
    default void everything_that_a_quote_copies_is_told() {
        assertThat(large(protecting(), SalesChannelCode.DIRECT, "2026-03-02T12:00:00Z"))
                .contains(new PricedOffering(
                        PlantProtection.LARGE,
                        1,
                        "Glifosat 360, bidon 5 l",
                        Unit.PIECE,
                        "everybody",
                        Money.ron("150"),
                        Money.ron("120"),
                        Optional.of(Money.ron("100")),
                        VatTreatment.taxed("21")));
    }

    @Test
    default void a_price_holds_from_its_first_instant_up_to_its_end() {
        var tenant = protecting();
        var before = PlantProtection.price(PlantProtection.EVERYBODY, PlantProtection.LARGE, PlantProtection.DEAR)
                .next();
        var next = before.set(PlantProtection.EVERYBODY, PlantProtection.CHEAP, Validity.from(NOON), NOON)
                .flatMap(priced -> priced.withdraw(NOON.plusSeconds(60), NOON))
                .get();
        storage().catalogue().commit(CatalogueCommit.of(tenant).withPrices(List.of(new PriceChange(before, next))));

        assertThat(large(tenant, SalesChannelCode.DIRECT, "2026-03-02T11:59:59.999999Z")
                        .map(PricedOffering::listPrice))
                .contains(Money.ron("150"));
        assertThat(large(tenant, SalesChannelCode.DIRECT, "2026-03-02T12:00:00Z")
                        .map(PricedOffering::listPrice))
                .contains(Money.ron("130"));
        assertThat(large(tenant, SalesChannelCode.DIRECT, "2026-03-02T12:00:59.999999Z"))
                .isPresent();
        assertThat(whyNot(tenant, SalesChannelCode.DIRECT, Money.RON, NOON.plusSeconds(60)))
                .isEqualTo(new NotOnSale.Withdrawn(SalesChannelCode.DIRECT, Money.RON, NOON.plusSeconds(60)));
    }

    // --- why not

    @Test
    default void what_is_on_sale_has_no_reason_not_to_be() {
        assertThat(storage().offerings().notOnSale(asking(protecting(), SalesChannelCode.DIRECT, Money.RON, NOON)))
                .isEmpty();
    }

    @Test
    default void an_unknown_sku_is_told_so() {
        assertThat(whyNot(tenant(), SalesChannelCode.DIRECT, Money.RON, NOON)).isEqualTo(new NotOnSale.Unknown());
    }

    @Test
    default void no_price_is_converted() {
        var euro = Currency.getInstance("EUR");

        assertThat(whyNot(protecting(), SalesChannelCode.DIRECT, euro, NOON))
                .isEqualTo(new NotOnSale.NoPrice(SalesChannelCode.DIRECT, euro, Optional.empty()));
    }

    @Test
    default void nothing_is_sold_on_a_channel_that_nobody_opened_or_that_is_closed() {
        var tenant = protecting();
        var nowhere = new SalesChannelCode("nowhere");
        var dealers = PlantProtection.DEALERS.code();

        assertThat(whyNot(tenant, nowhere, Money.RON, NOON)).isEqualTo(new NotOnSale.ChannelNotOpen(nowhere));

        var closed = PlantProtection.DEALERS.close("too few", NOON).get();
        storage().catalogue().commit(CatalogueCommit.of(tenant).withChannels(List.of(closed)));

        assertThat(whyNot(tenant, dealers, Money.RON, NOON)).isEqualTo(new NotOnSale.ChannelNotOpen(dealers));
    }

    @Test
    default void an_archived_offering_says_since_when_and_why() {
        var tenant = protecting();
        var archived =
                PlantProtection.active().archive("not allowed any more", NOON).get();
        storage().catalogue().commit(CatalogueCommit.of(tenant).withOfferings(List.of(archived)));

        assertThat(whyNot(tenant, SalesChannelCode.DIRECT, Money.RON, NOON))
                .isEqualTo(new NotOnSale.OffForGood("offering GLIFO-360", new Archived(NOON, "not allowed any more")));
    }

    @Test
    default void an_archived_variant_does_so_too_and_leaves_the_others_on_sale() {
        var tenant = protecting();
        var archived = PlantProtection.variant(PlantProtection.LARGE, "5 l")
                .archive("leaks", NOON)
                .get();
        storage().catalogue().commit(CatalogueCommit.of(tenant).withVariants(List.of(archived)));

        assertThat(whyNot(tenant, SalesChannelCode.DIRECT, Money.RON, NOON))
                .isEqualTo(new NotOnSale.OffForGood("SKU", new Archived(NOON, "leaks")));
        assertThat(onSale(tenant, PlantProtection.SMALL)).hasSize(1);
    }

    @Test
    default void a_draft_is_not_sold() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        storage().catalogue().commit(PlantProtection.all(tenant).withOfferings(List.of(PlantProtection.drafted())));

        assertThat(whyNot(tenant, SalesChannelCode.DIRECT, Money.RON, NOON))
                .isEqualTo(new NotOnSale.NotLaunched(PlantProtection.CODE));
    }

    // --- substitutes

    @Test
    default void substitutes_come_in_their_order_and_are_replaced_as_a_whole() {
        var tenant = protecting();
        var more = new Sku("GLIFO-360-20L");
        var two = List.of(new Substitute(more, "a quarter of it"), new Substitute(PlantProtection.SMALL, ""));
        storage()
                .catalogue()
                .commit(CatalogueCommit.of(tenant)
                        .withVariants(List.of(PlantProtection.variant(more, "20 l")))
                        .withSubstitutes(Map.of(PlantProtection.LARGE, two)));

        assertThat(storage().offerings().substitutes(tenant, List.of(PlantProtection.LARGE, PlantProtection.SMALL)))
                .isEqualTo(Map.of(PlantProtection.LARGE, two));

        storage()
                .catalogue()
                .commit(CatalogueCommit.of(tenant).withSubstitutes(Map.of(PlantProtection.LARGE, List.of())));

        assertThat(storage().offerings().substitutes(tenant, List.of(PlantProtection.LARGE)))
                .isEmpty();
        assertThat(storage().offerings().substitutes(tenant, List.of())).isEmpty();
    }
}
