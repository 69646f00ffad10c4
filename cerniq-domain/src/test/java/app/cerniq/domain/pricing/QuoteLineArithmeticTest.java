package app.cerniq.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Amounts;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuoteLineArithmeticTest {

    private static final Quantity ONE = Quantity.of("1", Unit.KILOGRAM);

    @Property(tries = 300)
    void every_discount_makes_a_line(@ForAll("prices") Money list, @ForAll("shares") Percentage discount) {
        var line = QuoteLine.atDiscount(goods(list), ONE, discount);

        assertThat(line.unitPrice()).isLessThanOrEqualTo(list);
    }

    @Property(tries = 300)
    void every_price_up_to_the_list_makes_a_line_at_exactly_that_price(
            @ForAll("prices") Money list, @ForAll("prices") Money price) {
        Assume.that(!list.isBelow(price));

        var line = QuoteLine.atPrice(goods(list), ONE, price);

        assertThat(line.unitPrice()).isEqualTo(price);
    }

    @Property(tries = 300)
    void the_discount_of_a_bargained_price_reaches_down_to_it(
            @ForAll("prices") Money list, @ForAll("prices") Money price) {
        Assume.that(!list.isBelow(price));
        var bargained = QuoteLine.atPrice(goods(list), ONE, price);

        var byDiscount = QuoteLine.atDiscount(goods(list), ONE, bargained.discount());

        assertThat(byDiscount.unitPrice()).isLessThanOrEqualTo(price);
    }

    /** A coin is the finest price there is, so half a ban may go to the customer. */
    @Property(tries = 300)
    void a_price_by_discount_gives_away_half_a_ban_more_at_most(
            @ForAll("prices") Money list, @ForAll("shares") Percentage discount) {
        var line = QuoteLine.atDiscount(goods(list), ONE, discount);

        var exact = list.amount().multiply(discount.complement().points()).movePointLeft(2);

        assertThat(exact.subtract(line.unitPrice().amount())).isLessThan(new BigDecimal("0.005"));
    }

    private static PricedOffering goods(Money list) {
        return Goods.byKilogram("SKU-1", list, VatTreatment.taxed("21"));
    }

    @Provide
    Arbitrary<Money> prices() {
        return Amounts.anyRon().filter(amount -> !amount.isZero());
    }

    @Provide
    Arbitrary<Percentage> shares() {
        return Amounts.anyPercentage();
    }
}
