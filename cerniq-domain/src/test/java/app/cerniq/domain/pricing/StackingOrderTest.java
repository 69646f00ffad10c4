package app.cerniq.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.PriceStep.Kind;
import app.cerniq.domain.shared.Amounts;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order in which discounts follow one another, for whatever goods and rules there may be. */
class StackingOrderTest {

    private static final Quantity ONE = Quantity.of("1", Unit.KILOGRAM);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF_A_BAN = new BigDecimal("0.005");

    /**
     * Goods and what their price may be made of.
     *
     * @param discounts of rules; every second one is stackable
     */
    record Case(
            PricedOffering goods,
            DiscountLimits limits,
            MarginBands bands,
            List<Percentage> discounts,
            Percentage asked,
            Percentage onQuote) {

        Entitlement right() {
            return right(discounts);
        }

        private Entitlement right(List<Percentage> given) {
            var grants = IntStream.range(0, given.size())
                    .mapToObj(number -> new Entitlement.Grant(
                            number % 2 == 0 ? PriceRules.promotion(number, "1") : PriceRules.stackable(number, "1"),
                            given.get(number)))
                    .toList();
            return Entitlement.of(grants, Entitlement.ceiling(goods, limits, bands));
        }

        QuoteLine line() {
            return line(right(), asked, onQuote);
        }

        QuoteLine line(Entitlement right, Percentage ask, Percentage whole) {
            return QuoteLine.on(LineTerms.asking(ask).entitledTo(right).onQuote(whole), goods, ONE);
        }
    }

    @Property(tries = 300)
    void the_price_is_list_less_entitlement_or_ask_plus_what_is_added_less_the_quote_rounded_once(
            @ForAll("cases") Case any) {
        var right = any.right();
        var onLine = right.baseCounted()
                .max(any.asked())
                .points()
                .add(right.addedCounted().points())
                .min(HUNDRED);
        var exact = any.goods()
                .listPrice()
                .amount()
                .multiply(HUNDRED.subtract(onLine))
                .multiply(any.onQuote().complement().points())
                .movePointLeft(4);

        assertThat(any.line().unitPrice().amount()).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
    }

    @Property(tries = 300)
    void the_trail_replays_to_the_unit_price(@ForAll("cases") Case any) {
        var line = any.line();
        var list = any.goods().listPrice().amount();
        var price = BigDecimal.ZERO;
        for (var step : line.trail()) {
            var share = step.counted().points().movePointLeft(2);
            price = switch (step.kind()) {
                case LIST -> list;
                case ENTITLEMENT, ADDED_ENTITLEMENT, LINE_DISCOUNT -> price.subtract(list.multiply(share));
                case QUOTE_DISCOUNT -> price.subtract(price.multiply(share));
                case BARGAINED -> step.unitPrice();
                case ROUNDED -> price.setScale(2, RoundingMode.HALF_UP);
            };
            assertThat(step.unitPrice()).isEqualByComparingTo(price);
        }

        assertThat(line.unitPrice().amount()).isEqualByComparingTo(price);
    }

    @Property(tries = 300)
    void the_discount_to_authorise_reaches_down_to_the_price(@ForAll("cases") Case any) {
        var line = any.line();

        assertThat(any.goods().listPrice().less(line.discount(), Rounding.HALF_UP))
                .isLessThanOrEqualTo(line.unitPrice());
    }

    @Property(tries = 300)
    void and_not_a_hundredth_further(@ForAll("cases") Case any) {
        var right = any.right();
        var onLine = right.baseCounted()
                .max(any.asked())
                .points()
                .add(right.addedCounted().points())
                .min(HUNDRED);
        var exact = HUNDRED.subtract(HUNDRED.subtract(onLine)
                .multiply(any.onQuote().complement().points())
                .movePointLeft(2));

        assertThat(any.line().discount().points().subtract(exact))
                .isGreaterThanOrEqualTo(BigDecimal.ZERO)
                .isLessThan(new BigDecimal("0.01"));
    }

    @Property(tries = 300)
    void no_right_reaches_below_floor_or_cost(@ForAll("cases") Case any) {
        var line = any.line(any.right(), Percentage.ZERO, Percentage.ZERO);
        var entitled = line.discount().exceeds(Percentage.ZERO);

        assertThat(entitled && (line.isBelowFloor() || line.isBelowCost())).isFalse();
    }

    @Property(tries = 300)
    void no_right_leaves_less_than_the_least_margin(@ForAll("cases") Case any) {
        var line = any.line(any.right(), Percentage.ZERO, Percentage.ZERO);
        var thin = line.margin().filter(margin -> margin.isBelow(any.bands().least()));

        assertThat(line.discount().exceeds(Percentage.ZERO) && thin.isPresent()).isFalse();
    }

    @Property(tries = 300)
    void no_right_passes_the_maximum(@ForAll("cases") Case any) {
        assertThat(any.right().counted()).isLessThanOrEqualTo(any.limits().maximum());
    }

    @Property(tries = 300)
    void who_asks_for_more_pays_no_more(@ForAll("cases") Case any, @ForAll("shares") Percentage other) {
        var larger = any.asked().max(other);

        assertThat(any.line(any.right(), larger, any.onQuote()).unitPrice())
                .isLessThanOrEqualTo(any.line().unitPrice());
    }

    @Property(tries = 300)
    void a_larger_discount_on_the_quote_costs_no_more(@ForAll("cases") Case any, @ForAll("shares") Percentage other) {
        var larger = any.onQuote().max(other);

        assertThat(any.line(any.right(), any.asked(), larger).unitPrice())
                .isLessThanOrEqualTo(any.line().unitPrice());
    }

    @Property(tries = 300)
    void a_further_rule_costs_no_more(@ForAll("cases") Case any, @ForAll("shares") Percentage further) {
        var more = new ArrayList<>(any.discounts());
        more.add(further);

        assertThat(any.line(any.right(more), any.asked(), any.onQuote()).unitPrice())
                .isLessThanOrEqualTo(any.line().unitPrice());
    }

    @Property(tries = 300)
    void the_price_is_rounded_once(@ForAll("cases") Case any) {
        var steps = any.line().trail();
        var rounded = PriceTrail.find(steps, Kind.ROUNDED);
        var before = steps.get(steps.size() - (rounded.isPresent() ? 2 : 1)).unitPrice();

        assertThat(before.subtract(any.line().unitPrice().amount()).abs()).isLessThanOrEqualTo(HALF_A_BAN);
    }

    @Property(tries = 300)
    void a_lowered_line_gives_no_more_than_was_granted(@ForAll("cases") Case any, @ForAll("shares") Percentage most) {
        var lowered = any.line().lowered(most);

        assertThat(lowered.map(line -> line.discount().exceeds(most)).orElse(false))
                .isFalse();
    }

    @Property(tries = 300)
    void a_line_is_lowered_wherever_its_rights_leave_room(
            @ForAll("cases") Case any, @ForAll("shares") Percentage most) {
        var withoutAsking = any.line(any.right(), Percentage.ZERO, any.onQuote());

        assertThat(any.line().lowered(most).isPresent())
                .isEqualTo(!withoutAsking.discount().exceeds(most));
    }

    @Property(tries = 300)
    void a_bargained_price_stands_unless_the_right_is_better(
            @ForAll("cases") Case any, @ForAll("shares") Percentage p) {
        var bargained = any.goods().listPrice().less(p, Rounding.HALF_UP);
        var terms = LineTerms.asking(any.asked())
                .entitledTo(any.right())
                .onQuote(any.onQuote())
                .bargaining(bargained);

        var line = QuoteLine.on(terms, any.goods(), ONE);

        assertThat(line.bargained().map(line.unitPrice()::equals).orElse(true)).isTrue();
        assertThat(line.unitPrice()).isLessThanOrEqualTo(bargained);
    }

    @Property(tries = 300)
    void lines_groups_and_totals_agree_under_a_discount_on_the_quote(@ForAll("cases") Case any) {
        var quote = new QuoteVersion(1, Money.RON, Rounding.HALF_UP, any.onQuote(), List.of(any.line()));
        var totals = quote.totals();

        assertThat(totals.net()).isEqualTo(any.line().unitPrice().times(ONE, Rounding.HALF_UP));
        assertThat(totals.gross()).isEqualTo(totals.net().plus(totals.vat()));
    }

    @Provide
    Arbitrary<Percentage> shares() {
        return Amounts.anyPercentage();
    }

    @Provide
    Arbitrary<Case> cases() {
        var lists = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 100), Arbitraries.longs().between(1, 100_000_000));
        var shares = Arbitraries.oneOf(
                Amounts.anyPercentage(),
                Arbitraries.integers().between(0, 20).map(whole -> Percentage.ofBasisPoints(whole * 100)));
        var goods = Combinators.combine(lists, shares, shares.optional()).as(StackingOrderTest::goods);
        var limits = Combinators.combine(shares, shares, shares).as((one, two, three) -> {
            var sorted = List.of(one, two, three).stream().sorted().toList();
            return new DiscountLimits(sorted.get(0), sorted.get(1), sorted.get(2), false);
        });
        var bands = Combinators.combine(shares, shares)
                .as((one, two) -> one.exceeds(two) ? new MarginBands(two, one) : new MarginBands(one, two));
        return Combinators.combine(goods, limits, bands, shares.list().ofMaxSize(4), shares, shares)
                .as(Case::new);
    }

    private static PricedOffering goods(long bani, Percentage floor, Optional<Percentage> cost) {
        var list = Amounts.bani(bani);
        return new PricedOffering(
                new Sku("SKU-1"),
                1,
                "Goods",
                Unit.KILOGRAM,
                "standard",
                list,
                list.share(floor, Rounding.HALF_UP),
                cost.map(share -> list.share(share, Rounding.HALF_UP)),
                VatTreatment.taxed("21"));
    }
}
