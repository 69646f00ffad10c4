package app.cerniq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyArithmeticTest {

    private static final long A_TENTH_OF_THE_LIMIT = 9_999_999_999_999L;
    private static final BigDecimal ONE_BAN = new BigDecimal("0.01");

    @Property(tries = 200)
    void the_order_of_a_sum_does_not_matter(@ForAll("moderate") Money one, @ForAll("moderate") Money other) {
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
    }

    @Property(tries = 200)
    void nor_does_its_grouping(
            @ForAll("moderate") Money one, @ForAll("moderate") Money two, @ForAll("moderate") Money three) {
        assertThat(one.plus(two).plus(three)).isEqualTo(one.plus(two.plus(three)));
    }

    @Property(tries = 200)
    void what_was_added_can_be_taken_away(@ForAll("moderate") Money one, @ForAll("moderate") Money other) {
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
    }

    @Property(tries = 300)
    void a_share_and_what_is_left_make_the_whole_to_the_ban(
            @ForAll("any") Money whole, @ForAll("shares") Percentage share, @ForAll Rounding rounding) {
        var parts = whole.share(share, rounding)
                .amount()
                .add(whole.less(share, rounding).amount());

        assertThat(parts.subtract(whole.amount()).abs()).isLessThanOrEqualTo(ONE_BAN);
    }

    @Property(tries = 200)
    void a_share_is_never_more_than_the_whole(
            @ForAll("any") Money whole, @ForAll("shares") Percentage share, @ForAll Rounding rounding) {
        assertThat(whole.share(share, rounding)).isLessThanOrEqualTo(whole);
    }

    @Property(tries = 300)
    void a_discount_never_understates_what_was_given_away(@ForAll("any") Money price, @ForAll("any") Money list) {
        var discount = price.discountFrom(list).points().movePointLeft(2);

        var leastPrice = list.amount().subtract(list.amount().multiply(discount));

        assertThat(leastPrice).isLessThanOrEqualTo(price.amount());
    }

    @Property(tries = 300)
    void nor_does_it_overstate_by_a_hundredth_of_a_point(@ForAll("any") Money price, @ForAll("positive") Money list) {
        var discount = price.discountFrom(list).points();

        var lower =
                discount.subtract(new BigDecimal("0.01")).max(BigDecimal.ZERO).movePointLeft(2);

        assertThat(list.amount().subtract(list.amount().multiply(lower)))
                .isGreaterThanOrEqualTo(price.amount().min(list.amount()));
    }

    @Property(tries = 200)
    void a_product_is_rounded_by_half_a_ban_at_most(
            @ForAll("moderate") Money price, @ForAll("fewKilograms") Quantity quantity, @ForAll Rounding rounding) {
        var exact = price.amount().multiply(quantity.value());

        assertThat(price.times(quantity, rounding).amount().subtract(exact).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property(tries = 200)
    void an_amount_written_out_reads_the_same(@ForAll("any") Money amount) {
        var text = amount.amount().toPlainString();

        assertThat(Money.parse(text, Money.RON).get()).isEqualTo(amount);
    }

    @Provide
    Arbitrary<Money> any() {
        return Amounts.anyRon();
    }

    @Provide
    Arbitrary<Money> positive() {
        return Amounts.anyRon().filter(amount -> !amount.isZero());
    }

    @Provide
    Arbitrary<Money> moderate() {
        return Amounts.ronUpTo(A_TENTH_OF_THE_LIMIT);
    }

    @Provide
    Arbitrary<Percentage> shares() {
        return Amounts.anyPercentage();
    }

    @Provide
    Arbitrary<Quantity> fewKilograms() {
        return Amounts.kilogramsUpTo(9_999);
    }
}
