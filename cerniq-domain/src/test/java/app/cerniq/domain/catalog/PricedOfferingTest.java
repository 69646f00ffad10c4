package app.cerniq.domain.catalog;

import static app.cerniq.domain.shared.Money.ron;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricedOfferingTest {

    private static final Money ONE_EURO = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));

    @Test
    void what_is_sold_has_a_price() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offering(1, ron("0"), ron("0"), ron("0")))
                .withMessage("The list price of SKU-1 must be above zero.");
    }

    @Test
    void the_floor_is_at_most_the_list_price() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offering(1, ron("10.00"), ron("10.01"), ron("5.00")))
                .withMessage("The floor price 10.01 RON of SKU-1 is above its list price 10.00 RON.");
    }

    @Test
    void the_floor_may_be_the_list_price_itself() {
        assertThat(offering(1, ron("10.00"), ron("10.00"), ron("5.00")).floorPrice())
                .isEqualTo(ron("10.00"));
    }

    @Test
    void what_is_sold_may_cost_more_than_it_brings() {
        assertThat(offering(1, ron("10.00"), ron("1.00"), ron("12.00")).cost()).contains(ron("12.00"));
    }

    @Test
    void the_floor_is_in_the_currency_of_the_list() {
        assertThatIllegalArgumentException().isThrownBy(() -> offering(1, ron("10.00"), ONE_EURO, ron("5.00")));
    }

    @Test
    void so_is_the_cost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offering(1, ron("10.00"), ron("6.00"), ONE_EURO))
                .withMessage("The cost 1.00 EUR of SKU-1 is not in the currency of its list price 10.00 RON.");
    }

    @Test
    void versions_count_from_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offering(0, ron("10.00"), ron("6.00"), ron("5.00")))
                .withMessage("An offering's version is 1 or more, not 0.");
    }

    private static PricedOffering offering(int version, Money list, Money floor, Money cost) {
        return new PricedOffering(
                new Sku("SKU-1"),
                version,
                "A product",
                Unit.PIECE,
                "standard",
                list,
                floor,
                Optional.of(cost),
                VatTreatment.taxed("21"));
    }
}
