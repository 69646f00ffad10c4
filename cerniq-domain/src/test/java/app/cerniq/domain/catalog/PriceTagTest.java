package app.cerniq.domain.catalog;

import static app.cerniq.domain.shared.Money.ron;
import static io.vavr.control.Either.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceTagTest {

    private static final Optional<Money> NONE = Optional.empty();
    private static final Money EURO = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));

    @Test
    void a_sound_price_is_taken() {
        assertThat(PriceTag.of(ron("10"), Optional.of(ron("10.01")), ron("10"), Optional.of(ron("12")))
                        .isRight())
                .isTrue();
    }

    @Test
    void a_price_is_above_zero() {
        refused(ron("0"), NONE, ron("0"), NONE, "price", "0.00 RON", "an amount above 0 RON");
    }

    @Test
    void the_floor_is_at_most_the_price() {
        refused(ron("10"), NONE, ron("10.01"), NONE, "floor price", "10.01 RON", "0 to 10.00 RON, the price");
    }

    @Test
    void what_it_is_compared_with_is_higher() {
        refused(
                ron("10"),
                Optional.of(ron("10")),
                ron("5"),
                NONE,
                "price to compare with",
                "10.00 RON",
                "above 10.00 RON, the price, or none");
    }

    @Test
    void all_figures_are_in_one_currency() {
        refused(ron("10"), NONE, EURO, NONE, "floor price", "10.00 EUR", "0 to 10.00 RON, the price");
        refused(
                ron("10"),
                Optional.of(EURO),
                ron("5"),
                NONE,
                "price to compare with",
                "10.00 EUR",
                "above 10.00 RON, the price, or none");
        refused(ron("10"), NONE, ron("5"), Optional.of(EURO), "cost", "10.00 EUR", "a cost in RON, or none");
    }

    private static void refused(
            Money amount,
            Optional<Money> compareAt,
            Money floor,
            Optional<Money> cost,
            String what,
            String given,
            String accepted) {
        assertThat(PriceTag.of(amount, compareAt, floor, cost))
                .isEqualTo(left(new CatalogRefusal.PriceRefused(what, given, accepted)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceTag(amount, compareAt, floor, cost));
    }
}
