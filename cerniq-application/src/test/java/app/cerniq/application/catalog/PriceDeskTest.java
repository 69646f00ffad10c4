package app.cerniq.application.catalog;

import static app.cerniq.domain.shared.Money.ron;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.application.catalog.CatalogueCommand.ArchiveOffering;
import app.cerniq.application.catalog.CatalogueCommand.ArchiveVariant;
import app.cerniq.application.catalog.PriceCommand.AddPriceList;
import app.cerniq.application.catalog.PriceCommand.CloseChannel;
import app.cerniq.application.catalog.PriceCommand.EndPriceList;
import app.cerniq.application.catalog.PriceCommand.OpenChannel;
import app.cerniq.application.catalog.PriceCommand.SetPrice;
import app.cerniq.application.catalog.PriceCommand.WithdrawPrice;
import app.cerniq.domain.catalog.Archived;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.shared.Money;
import app.cerniq.testkit.fixture.PlantProtection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceDeskTest {

    private static final PriceListCode LIST = PlantProtection.EVERYBODY.code();
    private static final Instant TOMORROW = Shop.MORNING.plus(Duration.ofDays(1));

    private final Shop shop = Shop.open();

    private Optional<Money> price() {
        return shop.sold(PlantProtection.LARGE).map(PricedOffering::listPrice);
    }

    private SetPrice planned(String amount, Instant from) {
        return new SetPrice(
                LIST,
                PlantProtection.LARGE,
                ron(amount),
                Optional.empty(),
                ron("10"),
                Optional.empty(),
                Optional.of(from),
                Optional.empty());
    }

    @Test
    void a_planned_price_holds_from_its_instant_on() {
        shop.prices.setPrice(shop.tenant, planned("160", TOMORROW));

        assertThat(price()).contains(ron("150"));
        shop.clock.move(Duration.ofDays(1));
        assertThat(price()).contains(ron("160"));
    }

    @Test
    void every_price_stays_in_the_books() {
        shop.clock.move(Duration.ofHours(1));
        shop.prices.setPrice(shop.tenant, Shop.price(PlantProtection.LARGE, "155"));
        shop.prices.setPrice(shop.tenant, planned("160", TOMORROW));

        assertThat(shop.prices.priceHistory(shop.tenant, PlantProtection.LARGE))
                .singleElement()
                .satisfies(history -> assertThat(history.prices())
                        .extracting(
                                price -> price.tag().amount(),
                                price -> price.validity().from())
                        .containsExactly(
                                tuple(ron("150"), Shop.MORNING),
                                tuple(ron("155"), Shop.MORNING.plus(Duration.ofHours(1))),
                                tuple(ron("160"), TOMORROW)));
    }

    @Test
    void the_same_price_again_changes_nothing() {
        var before = shop.prices.priceHistory(shop.tenant, PlantProtection.LARGE);

        shop.prices.setPrice(shop.tenant, Shop.price(PlantProtection.LARGE, "150"));

        assertThat(shop.prices.priceHistory(shop.tenant, PlantProtection.LARGE)).isEqualTo(before);
    }

    @Test
    void a_price_in_the_past_is_refused() {
        shop.clock.move(Duration.ofDays(1));

        assertThat(shop.prices
                        .setPrice(shop.tenant, planned("160", Shop.MORNING))
                        .getLeft())
                .isEqualTo(new CatalogRefusal.PriceInThePast(
                        PlantProtection.LARGE, LIST, Shop.MORNING, Validity.from(Shop.MORNING), TOMORROW));
    }

    @Test
    void a_price_that_is_none_is_refused() {
        var backwards = new SetPrice(
                LIST,
                PlantProtection.LARGE,
                ron("1"),
                Optional.empty(),
                ron("1"),
                Optional.empty(),
                Optional.of(TOMORROW),
                Optional.of(TOMORROW));

        assertThat(shop.prices
                        .setPrice(shop.tenant, Shop.price(PlantProtection.LARGE, "9.99"))
                        .getLeft())
                .isEqualTo(new CatalogRefusal.PriceRefused("floor price", "10.00 RON", "0 to 9.99 RON, the price"));
        assertThat(shop.prices.setPrice(shop.tenant, backwards).getLeft())
                .isInstanceOf(CatalogRefusal.EndTooEarly.class);
        assertThat(price()).contains(ron("150"));
    }

    @Test
    void an_unknown_or_archived_sku_has_no_price() {
        var unknown = Shop.price(new Sku("NO-SUCH"), "20");
        var archived = new Archived(Shop.MORNING, "leaks");
        shop.catalogue.archiveVariant(shop.tenant, new ArchiveVariant(PlantProtection.LARGE, 1, "leaks"));

        assertThat(shop.prices.setPrice(shop.tenant, unknown))
                .isEqualTo(left(new CatalogRefusal.Unknown("SKU", "NO-SUCH")));
        assertThat(shop.prices.setPrice(shop.tenant, Shop.price(PlantProtection.LARGE, "20")))
                .isEqualTo(left(new CatalogRefusal.AlreadyArchived("SKU GLIFO-360-5L", archived)));
        shop.catalogue.archive(shop.tenant, new ArchiveOffering(PlantProtection.CODE, 2, "leaks"));
        assertThat(shop.prices.setPrice(shop.tenant, Shop.price(PlantProtection.SMALL, "20")))
                .isEqualTo(left(new CatalogRefusal.AlreadyArchived("offering GLIFO-360", archived)));
    }

    @Test
    void a_withdrawn_price_takes_the_product_off_sale_and_another_brings_it_back() {
        var noon = shop.clock.move(Duration.ofHours(4));
        shop.prices.withdrawPrice(shop.tenant, new WithdrawPrice(LIST, PlantProtection.LARGE, Optional.empty()));

        shop.clock.move(Duration.ofMinutes(1));
        assertThat(shop.notSold(PlantProtection.LARGE))
                .contains(new NotOnSale.Withdrawn(SalesChannelCode.DIRECT, Money.RON, noon));
        shop.prices.setPrice(shop.tenant, Shop.price(PlantProtection.LARGE, "149"));
        assertThat(price()).contains(ron("149"));
    }

    @Test
    void nothing_is_withdrawn_in_the_past() {
        var yesterday = Shop.MORNING.minusSeconds(1);

        assertThat(shop.prices.withdrawPrice(
                        shop.tenant, new WithdrawPrice(LIST, PlantProtection.LARGE, Optional.of(yesterday))))
                .isEqualTo(left(
                        new CatalogRefusal.EndTooEarly("price of GLIFO-360-5L in everybody", yesterday, Shop.MORNING)));
    }

    @Test
    void an_overlapping_list_is_refused_by_the_name_of_the_other() {
        var same = PriceList.standard(new PriceListCode("the same again"), Money.RON);

        assertThat(shop.prices.addPriceList(shop.tenant, Shop.adding(same)))
                .isEqualTo(left(new CatalogRefusal.PriceListsOverlap(same, PlantProtection.EVERYBODY, List.of(0))));
        assertThat(shop.prices.priceLists(shop.tenant)).containsExactly(PlantProtection.EVERYBODY);
    }

    @Test
    void a_list_that_is_prolonged_into_another_is_refused_too() {
        var code = new PriceListCode("next year");
        var ended = shop.prices
                .endPriceList(shop.tenant, new EndPriceList(LIST, 1, Optional.of(TOMORROW)))
                .get();
        var next = new AddPriceList(code, "Next year", Money.RON, Optional.empty(), Validity.from(TOMORROW), 0);
        assertThat(shop.prices.addPriceList(shop.tenant, next).isRight()).isTrue();

        assertThat(shop.prices
                        .endPriceList(shop.tenant, new EndPriceList(LIST, 2, Optional.empty()))
                        .getLeft())
                .isInstanceOf(CatalogRefusal.PriceListsOverlap.class);
        assertThat(shop.prices.priceLists(shop.tenant)).contains(ended);
    }

    @Test
    void a_list_that_has_ended_takes_no_prices() {
        shop.prices.endPriceList(shop.tenant, new EndPriceList(LIST, 1, Optional.of(Shop.MORNING)));

        assertThat(shop.prices
                        .setPrice(shop.tenant, Shop.price(PlantProtection.LARGE, "20"))
                        .getLeft())
                .isInstanceOf(CatalogRefusal.AlreadyEnded.class);
        assertThat(shop.notSold(PlantProtection.LARGE)).isPresent();
    }

    @Test
    void lists_are_told_apart_by_their_revision_and_code() {
        assertThat(shop.prices.addPriceList(shop.tenant, Shop.adding(PlantProtection.EVERYBODY)))
                .isEqualTo(left(new CatalogRefusal.CodeTaken("price list", "everybody")));
        assertThat(shop.prices.endPriceList(shop.tenant, new EndPriceList(LIST, 4, Optional.empty())))
                .isEqualTo(left(new CatalogRefusal.StaleRevision("price list everybody", 4, 1)));
        assertThat(shop.prices.endPriceList(shop.tenant, new EndPriceList(new PriceListCode("x"), 1, Optional.empty())))
                .isEqualTo(left(new CatalogRefusal.Unknown("price list", "x")));
    }

    @Test
    void a_list_of_a_channel_needs_the_channel_to_be_open() {
        var dealers = PlantProtection.DEALERS;
        var spring = Shop.adding(PlantProtection.SPRING);
        assertThat(shop.prices.addPriceList(shop.tenant, spring))
                .isEqualTo(left(new CatalogRefusal.Unknown("sales channel", "dealers")));

        shop.prices.openChannel(shop.tenant, new OpenChannel(dealers.code(), dealers.name()));
        assertThat(shop.prices.addPriceList(shop.tenant, spring)).isEqualTo(right(PlantProtection.SPRING));

        shop.prices.closeChannel(shop.tenant, new CloseChannel(dealers.code(), 1, "too few"));
        var another = new AddPriceList(
                new PriceListCode("x"), "X", Money.RON, Optional.of(dealers.code()), Validity.ALWAYS, 9);
        assertThat(shop.prices.addPriceList(shop.tenant, another))
                .isEqualTo(left(new CatalogRefusal.AlreadyArchived(
                        "sales channel dealers", new Archived(Shop.MORNING, "too few"))));
    }

    @Test
    void channels_are_opened_once_and_the_direct_one_stays() {
        assertThat(shop.prices.openChannel(shop.tenant, new OpenChannel(SalesChannelCode.DIRECT, "Direct")))
                .isEqualTo(left(new CatalogRefusal.CodeTaken("sales channel", "direct")));
        assertThat(shop.prices.closeChannel(shop.tenant, new CloseChannel(SalesChannelCode.DIRECT, 1, "x")))
                .isEqualTo(left(new CatalogRefusal.DirectChannelStays(SalesChannelCode.DIRECT)));
        assertThat(shop.prices.closeChannel(shop.tenant, new CloseChannel(SalesChannelCode.DIRECT, 7, "x")))
                .isEqualTo(left(new CatalogRefusal.StaleRevision("sales channel direct", 7, 1)));
        assertThat(shop.prices.channels(shop.tenant)).hasSize(1);
    }
}
