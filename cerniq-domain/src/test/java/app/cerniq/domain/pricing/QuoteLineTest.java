package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.shared.Money.ron;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteLineTest {

    private static final Quantity FORTY_BAGS = Quantity.of("40", Unit.BAG);

    @Test
    void a_discount_gives_the_unit_price() {
        var line = QuoteLine.atDiscount(WHEAT_SEED, FORTY_BAGS, Percentage.of("10"));

        assertThat(line.unitPrice()).isEqualTo(ron("225.00"));
    }

    @Test
    void a_bargained_unit_price_gives_the_discount_rounded_up() {
        var line = QuoteLine.atPrice(DRIP_TAPE, Quantity.of("1500", Unit.METRE), ron("9.00"));

        assertThat(line.discount()).isEqualTo(Percentage.of("10.45"));
    }

    @Test
    void a_price_at_the_list_has_no_discount() {
        assertThat(QuoteLine.atPrice(WHEAT_SEED, FORTY_BAGS, ron("250.00")))
                .isEqualTo(QuoteLine.atDiscount(WHEAT_SEED, FORTY_BAGS, Percentage.ZERO));
    }

    @Test
    void nobody_sells_above_the_list() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuoteLine.atPrice(WHEAT_SEED, FORTY_BAGS, ron("250.01")))
                .withMessage("A discount of 0 % on 250.00 RON does not give a unit price of 250.01 RON.");
    }

    @Test
    void no_line_hides_a_price_below_its_discount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteLine(WHEAT_SEED, FORTY_BAGS, Percentage.of("10"), ron("224.99")))
                .withMessage("A discount of 10 % on 250.00 RON does not give a unit price of 224.99 RON.");
    }

    @Test
    void no_line_tells_another_story_than_its_price() {
        var steps =
                QuoteLine.atDiscount(WHEAT_SEED, FORTY_BAGS, Percentage.of("9")).trail();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteLine(WHEAT_SEED, FORTY_BAGS, Percentage.of("10"), ron("225.00"), steps))
                .withMessageStartingWith("These steps do not lead from 250.00 RON to a unit price of 225.00 RON");
    }

    @Test
    void a_line_of_before_trails_gets_the_shortest() {
        assertThat(new QuoteLine(WHEAT_SEED, FORTY_BAGS, Percentage.of("10"), ron("225.00")))
                .isEqualTo(QuoteLine.atDiscount(WHEAT_SEED, FORTY_BAGS, Percentage.of("10")));
        assertThat(new QuoteLine(WHEAT_SEED, FORTY_BAGS, Percentage.of("10"), ron("225.01")).bargained())
                .contains(ron("225.01"));
    }

    @Test
    void a_line_speaks_of_the_unit_that_the_offering_is_sold_by() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuoteLine.atDiscount(WHEAT_SEED, Quantity.of("40", Unit.TONNE), Percentage.ZERO))
                .withMessage("SEM-GRAU-01 is sold by sac, not by t.");
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP, 12.57", "HALF_EVEN, 12.56"})
    void the_net_amount_is_rounded_once(Rounding rounding, String net) {
        var exactly12_565 = QuoteLine.atPrice(DRIP_TAPE, Quantity.of("1.75", Unit.METRE), ron("7.18"));

        assertThat(exactly12_565.net(rounding)).isEqualTo(ron(net));
    }

    @ParameterizedTest
    @CsvSource({"180.00, false", "179.99, true"})
    void a_price_is_below_the_floor_from_the_first_ban(String price, boolean below) {
        assertThat(QuoteLine.atPrice(WHEAT_SEED, FORTY_BAGS, ron(price)).isBelowFloor())
                .isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({"150.00, false", "149.99, true"})
    void a_price_is_below_cost_from_the_first_ban(String price, boolean below) {
        assertThat(QuoteLine.atPrice(WHEAT_SEED, FORTY_BAGS, ron(price)).isBelowCost())
                .isEqualTo(below);
    }

    @Test
    void nothing_is_below_a_cost_that_is_not_known() {
        var line = QuoteLine.atPrice(NOZZLE, Quantity.of("1", Unit.PIECE), ron("0.01"));

        assertThat(line.isBelowCost()).isFalse();
    }
}
