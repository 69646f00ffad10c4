package app.cerniq.domain.catalog;

import static app.cerniq.domain.shared.Money.ron;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Money;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {

    private static final Sku SKU = new Sku("A");
    private static final PriceListCode CODE = new PriceListCode("standard");
    private static final PriceList LIST = PriceList.standard(CODE, Money.RON);
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final PriceHistory NONE = PriceHistory.none(CODE, SKU);

    @Test
    void the_first_price_may_reach_back_to_the_beginning() {
        var history = set(NONE, "100", Validity.ALWAYS, APRIL).get();

        assertThat(history.at(MARCH).orElseThrow().tag()).isEqualTo(tag("100"));
    }

    @Test
    void a_new_price_ends_the_one_before_it() {
        var history = after("100", Validity.ALWAYS, "110", Validity.from(APRIL));

        assertThat(history.prices())
                .containsExactly(
                        price(1, "100", Validity.between(Validity.BEGINNING, APRIL)),
                        price(2, "110", Validity.from(APRIL)));
    }

    @Test
    void a_price_lasts_until_the_next_that_is_planned() {
        var planned = after("100", Validity.ALWAYS, "120", Validity.from(MAY));

        var history = set(planned, "110", Validity.from(APRIL), MARCH).get();

        assertThat(history.prices())
                .containsExactly(
                        price(1, "100", Validity.between(Validity.BEGINNING, APRIL)),
                        price(2, "120", Validity.from(MAY)),
                        price(3, "110", Validity.between(APRIL, MAY)));
    }

    @Test
    void a_planned_price_that_another_replaces_stays_in_the_books_and_never_holds() {
        var history = set(after("100", Validity.ALWAYS, "120", Validity.from(MAY)), "115", Validity.from(MAY), APRIL)
                .get();

        assertThat(history.prices())
                .containsExactly(
                        price(1, "100", Validity.between(Validity.BEGINNING, MAY)),
                        price(2, "120", Validity.between(MAY, MAY)),
                        price(3, "115", Validity.from(MAY)));
        assertThat(history.at(MAY).orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void the_past_stays_as_it_was() {
        var history = set(NONE, "100", Validity.ALWAYS, MARCH).get();

        assertThat(set(history, "90", Validity.from(MARCH), APRIL))
                .isEqualTo(left(new CatalogRefusal.PriceInThePast(SKU, CODE, MARCH, Validity.ALWAYS, APRIL)));
        assertThat(set(history, "90", Validity.from(APRIL), APRIL).isRight()).isTrue();
    }

    @Test
    void a_time_without_a_price_may_be_filled_afterwards_but_no_more_than_that() {
        var history = set(NONE, "100", Validity.from(MAY), MAY).get();

        assertThat(set(history, "90", Validity.from(MARCH), MAY).get().prices())
                .containsExactly(price(1, "100", Validity.from(MAY)), price(2, "90", Validity.between(MARCH, MAY)));
        assertThat(set(history, "90", Validity.from(MARCH), JUNE))
                .isEqualTo(left(new CatalogRefusal.PriceInThePast(SKU, CODE, MARCH, Validity.from(MAY), JUNE)));
    }

    @Test
    void the_same_price_from_the_same_instant_changes_nothing() {
        var history = after("100", Validity.ALWAYS, "110", Validity.from(APRIL));

        assertThat(set(history, "110", Validity.from(APRIL), MAY)).isEqualTo(right(history));
    }

    @Test
    void a_price_is_in_the_currency_of_its_list() {
        var euro = new PriceTag(
                new Money(BigDecimal.TEN, Currency.getInstance("EUR")),
                Optional.empty(),
                Money.zero(Currency.getInstance("EUR")),
                Optional.empty());

        assertThat(NONE.set(LIST, euro, Validity.ALWAYS, MARCH))
                .isEqualTo(left(new CatalogRefusal.PriceRefused(
                        "price", "10.00 EUR", "a price in RON, the currency of standard")));
    }

    @Test
    void a_price_for_no_time_is_none() {
        assertThat(set(NONE, "100", Validity.between(APRIL, APRIL), MARCH).getLeft())
                .isInstanceOf(CatalogRefusal.PriceRefused.class);
    }

    @Test
    void what_is_withdrawn_ends_and_what_is_planned_never_begins() {
        var history = after("100", Validity.ALWAYS, "120", Validity.from(MAY))
                .withdraw(APRIL, APRIL)
                .get();

        assertThat(history.prices())
                .containsExactly(
                        price(1, "100", Validity.between(Validity.BEGINNING, APRIL)),
                        price(2, "120", Validity.between(MAY, MAY)));
        assertThat(history.withdraw(MAY, MAY)).isEqualTo(right(history));
    }

    @Test
    void nothing_is_withdrawn_in_the_past() {
        assertThat(after("100", Validity.ALWAYS, "120", Validity.from(MAY)).withdraw(MARCH, APRIL))
                .isEqualTo(left(new CatalogRefusal.EndTooEarly("price of A in standard", MARCH, APRIL)));
    }

    @Test
    void two_prices_at_once_are_no_history() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceHistory(
                        CODE, SKU, List.of(price(1, "100", Validity.ALWAYS), price(2, "110", Validity.from(APRIL)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceHistory(CODE, SKU, List.of(price(2, "100", Validity.ALWAYS))));
    }

    /** Prices that are set one after the other, each from some day of the future on, against a map of days. */
    @Property(tries = 300)
    void any_sequence_of_prices_leaves_one_per_day_and_forgets_none(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 20) Integer> days) {
        var history = NONE;
        var model = new TreeMap<Integer, Integer>(); // the day from which a price holds, and which price it is
        for (var i = 0; i < days.size(); i++) {
            history = set(history, Integer.toString(i + 1), Validity.from(day(days.get(i))), day(0))
                    .get();
            model.put(days.get(i), i + 1);
        }

        assertThat(history.prices()).hasSize(days.size());
        for (var today = 0; today <= 21; today++) {
            var expected =
                    Optional.ofNullable(model.floorEntry(today)).map(entry -> tag(Integer.toString(entry.getValue())));
            assertThat(history.at(day(today)).map(VariantPrice::tag)).isEqualTo(expected);
        }
    }

    private static Instant day(int number) {
        return JUNE.plusSeconds(86_400L * number);
    }

    private static PriceHistory after(String first, Validity always, String then, Validity later) {
        return set(set(NONE, first, always, MARCH).get(), then, later, MARCH).get();
    }

    private static Either<CatalogRefusal, PriceHistory> set(
            PriceHistory history, String amount, Validity validity, Instant now) {
        return history.set(LIST, tag(amount), validity, now);
    }

    private static PriceTag tag(String amount) {
        return new PriceTag(ron(amount), Optional.empty(), ron("0"), Optional.empty());
    }

    private static VariantPrice price(int number, String amount, Validity validity) {
        return new VariantPrice(CODE, SKU, number, tag(amount), validity);
    }
}
