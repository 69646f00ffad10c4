package app.cerniq.domain.catalog;

import static app.cerniq.domain.catalog.PlantProtection.SKU;
import static app.cerniq.domain.catalog.SalesChannelCode.DIRECT;
import static app.cerniq.domain.shared.Money.RON;
import static app.cerniq.domain.shared.Money.ron;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Unit;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssortmentTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final SalesChannelCode DEALERS = new SalesChannelCode("dealers");
    private static final Archived OVER = new Archived(MARCH, "not allowed any more");

    private static final PriceList STANDARD = PriceList.standard(new PriceListCode("standard"), RON);
    private static final PriceList DEALERS_OWN = new PriceList(
            new PriceListCode("dealers"), "For dealers", RON, Optional.of(DEALERS), Validity.between(MARCH, MAY), 0, 1);
    private static final SalesChannel SHUT =
            new SalesChannel(new SalesChannelCode("fair"), "The fair", Optional.of(OVER), 2);

    @Test
    void what_is_on_sale_is_told_with_everything_that_a_quote_copies() {
        assertThat(ask(on(PlantProtection.active(), PlantProtection.canister()), DIRECT, RON, APRIL))
                .isEqualTo(right(new PricedOffering(
                        SKU,
                        1,
                        "Glyphosate 360, canister 5 l",
                        Unit.PIECE,
                        "standard",
                        ron("100"),
                        ron("80"),
                        Optional.of(ron("60")),
                        VatTreatment.taxed("21"))));
    }

    @Test
    void the_channels_own_list_goes_before_that_for_every_channel() {
        var assortment = on(PlantProtection.active(), PlantProtection.canister());

        assertThat(ask(assortment, DEALERS, RON, APRIL).get().priceList()).isEqualTo("dealers");
        assertThat(ask(assortment, DEALERS, RON, MAY).get().priceList()).isEqualTo("standard");
    }

    @Test
    void a_list_without_a_price_of_it_gives_way() {
        var promotion = new PriceList(
                new PriceListCode("promotion"), "Promotion", RON, Optional.empty(), Validity.ALWAYS, 9, 1);
        var assortment = new Assortment(
                Map.of(SKU, PlantProtection.canister()),
                Map.of(PlantProtection.CODE, PlantProtection.active()),
                List.of(SalesChannel.direct()),
                List.of(promotion, STANDARD),
                List.of(history(STANDARD, Validity.ALWAYS)));

        assertThat(ask(assortment, DIRECT, RON, APRIL).get().priceList()).isEqualTo("standard");
    }

    @Test
    void an_unknown_sku_is_told_so() {
        assertThat(on(PlantProtection.active(), PlantProtection.canister()).ask(new Sku("X"), DIRECT, RON, APRIL))
                .isEqualTo(left(new NotOnSale.Unknown()));
    }

    @Test
    void an_archived_variant_says_since_when_and_why() {
        var archived =
                PlantProtection.canister().archive(OVER.reason(), OVER.at()).get();

        assertThat(ask(on(PlantProtection.active(), archived), DIRECT, RON, APRIL)
                        .getLeft())
                .isEqualTo(new NotOnSale.OffForGood("SKU", OVER))
                .extracting(NotOnSale::sentence)
                .isEqualTo("The SKU is archived since 2026-03-01T00:00:00Z: not allowed any more.");
    }

    @Test
    void an_archived_offering_takes_its_variants_along() {
        var archived =
                PlantProtection.active().archive(OVER.reason(), OVER.at()).get();

        assertThat(ask(on(archived, PlantProtection.canister()), DIRECT, RON, APRIL))
                .isEqualTo(left(new NotOnSale.OffForGood("offering GLIFO-360", OVER)));
    }

    @Test
    void a_draft_is_not_sold() {
        assertThat(ask(on(PlantProtection.drafted(), PlantProtection.canister()), DIRECT, RON, APRIL))
                .isEqualTo(left(new NotOnSale.NotLaunched(PlantProtection.CODE)));
    }

    @Test
    void nothing_is_sold_on_a_channel_that_is_closed_or_unknown() {
        var assortment = on(PlantProtection.active(), PlantProtection.canister());
        var nowhere = new SalesChannelCode("nowhere");

        assertThat(ask(assortment, nowhere, RON, APRIL)).isEqualTo(left(new NotOnSale.ChannelNotOpen(nowhere)));
        assertThat(ask(assortment, SHUT.code(), RON, APRIL)).isEqualTo(left(new NotOnSale.ChannelNotOpen(SHUT.code())));
    }

    @Test
    void no_price_is_converted_from_another_currency() {
        assertThat(ask(on(PlantProtection.active(), PlantProtection.canister()), DIRECT, EURO, APRIL))
                .isEqualTo(left(new NotOnSale.NoPrice(DIRECT, EURO, Optional.empty())));
    }

    @Test
    void a_price_that_is_planned_says_from_when() {
        var assortment = priced(Validity.from(MAY));

        assertThat(ask(assortment, DIRECT, RON, APRIL).getLeft())
                .isEqualTo(new NotOnSale.NoPrice(DIRECT, RON, Optional.of(MAY)))
                .extracting(NotOnSale::sentence)
                .isEqualTo("No price list has a price in RON for sales channel direct;"
                        + " one is planned from 2026-05-01T00:00:00Z.");
    }

    @Test
    void what_is_withdrawn_says_since_when() {
        assertThat(ask(priced(Validity.between(MARCH, APRIL)), DIRECT, RON, APRIL))
                .isEqualTo(left(new NotOnSale.Withdrawn(DIRECT, RON, APRIL)));
    }

    @Test
    void a_price_ends_with_its_list() {
        var spring = new PriceList(
                new PriceListCode("spring"), "Spring", RON, Optional.empty(), Validity.between(MARCH, APRIL), 0, 1);
        var assortment = of(
                PlantProtection.active(),
                PlantProtection.canister(),
                List.of(spring),
                List.of(history(spring, Validity.ALWAYS)));

        assertThat(ask(assortment, DIRECT, RON, APRIL)).isEqualTo(left(new NotOnSale.Withdrawn(DIRECT, RON, APRIL)));
    }

    @Test
    void every_reason_is_a_whole_sentence() {
        var reasons = List.<NotOnSale>of(
                new NotOnSale.Unknown(),
                new NotOnSale.OffForGood("SKU", OVER),
                new NotOnSale.NotLaunched(PlantProtection.CODE),
                new NotOnSale.ChannelNotOpen(DEALERS),
                new NotOnSale.NoPrice(DEALERS, RON, Optional.empty()),
                new NotOnSale.Withdrawn(DEALERS, RON, MARCH));

        assertThat(reasons).allSatisfy(reason -> assertThat(reason.sentence()).matches("[A-Z].*[^. ]\\."));
        assertThat(reasons.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(NotOnSale.class.getPermittedSubclasses());
    }

    private static Either<NotOnSale, PricedOffering> ask(
            Assortment assortment, SalesChannelCode channel, Currency currency, Instant at) {
        return assortment.ask(SKU, channel, currency, at);
    }

    private static Assortment on(Offering offering, Variant variant) {
        return of(
                offering,
                variant,
                List.of(STANDARD, DEALERS_OWN),
                List.of(history(STANDARD, Validity.ALWAYS), history(DEALERS_OWN, Validity.ALWAYS)));
    }

    private static Assortment priced(Validity validity) {
        return of(
                PlantProtection.active(),
                PlantProtection.canister(),
                List.of(STANDARD),
                List.of(history(STANDARD, validity)));
    }

    private static Assortment of(
            Offering offering, Variant variant, List<PriceList> lists, List<PriceHistory> histories) {
        return new Assortment(
                Map.of(SKU, variant),
                Map.of(offering.code(), offering),
                List.of(SalesChannel.direct(), SalesChannel.of(DEALERS, "Dealers"), SHUT),
                lists,
                histories);
    }

    private static PriceHistory history(PriceList list, Validity validity) {
        var tag = new PriceTag(ron("100"), Optional.empty(), ron("80"), Optional.of(ron("60")));
        return new PriceHistory(list.code(), SKU, List.of(new VariantPrice(list.code(), SKU, 1, tag, validity)));
    }
}
