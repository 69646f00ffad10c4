package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Unit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutdatedPriceTest {

    private static final QuoteLine LINE = Lines.of(WHEAT_SEED, "40", "10");

    @Test
    void a_line_from_what_is_on_sale_today_is_not_outdated() {
        assertThat(OutdatedPrice.of(LINE, Optional.of(WHEAT_SEED))).isEmpty();
    }

    @Test
    void another_cost_concerns_no_customer() {
        assertThat(OutdatedPrice.of(LINE, Optional.of(wheat("250.00", "180.00", Optional.empty()))))
                .isEmpty();
    }

    @Test
    void another_list_price_does() {
        assertThat(OutdatedPrice.of(LINE, Optional.of(wheat("251.00", "180.00", WHEAT_SEED.cost()))))
                .contains(new OutdatedPrice(WHEAT_SEED.sku(), Money.ron("250.00"), Optional.of(Money.ron("251.00"))));
    }

    @Test
    void so_does_another_floor() {
        assertThat(OutdatedPrice.of(LINE, Optional.of(wheat("250.00", "200.00", WHEAT_SEED.cost()))))
                .isPresent();
    }

    @Test
    void another_version_is_another_offering() {
        assertThat(OutdatedPrice.of(LINE, Optional.of(Goods.inUnit(Unit.BAG, WHEAT_SEED))))
                .isPresent();
    }

    @Test
    void what_is_no_longer_on_sale_has_no_price_today() {
        var outdated = OutdatedPrice.of(LINE, Optional.empty()).orElseThrow();

        assertThat(outdated)
                .hasToString("SEM-GRAU-01 was quoted from a list price of 250.00 RON, and is no longer on sale");
    }

    private static PricedOffering wheat(String list, String floor, Optional<Money> cost) {
        return new PricedOffering(
                WHEAT_SEED.sku(),
                WHEAT_SEED.version(),
                WHEAT_SEED.name(),
                WHEAT_SEED.unit(),
                WHEAT_SEED.priceList(),
                Money.ron(list),
                Money.ron(floor),
                cost,
                WHEAT_SEED.vat());
    }
}
