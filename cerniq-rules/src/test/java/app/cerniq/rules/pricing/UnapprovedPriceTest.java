package app.cerniq.rules.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Entitlement;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a line may cost without anybody's word, whatever is asked and whatever the price rules give. */
class UnapprovedPriceTest {

    private static final DiscountPolicy DISCOUNTS = DroolsPolicies.standard().discounts();
    private static final DiscountLimits LIMITS = DiscountLimits.STANDARD;
    private static final MarginBands BANDS = MarginBands.STANDARD;

    @Property
    void without_an_approval_no_price_is_below_floor_or_cost(
            @ForAll @LongRange(min = 1, max = 10_000_000) long bani,
            @ForAll @IntRange(max = 10_000) int floor,
            @ForAll @IntRange(max = 12_000) int cost,
            @ForAll @IntRange(max = 6_000) int given,
            @ForAll @IntRange(max = 6_000) int asked,
            @ForAll @IntRange(max = 2_000) int onQuote) {
        var line = line(goods(bani, floor, cost), given, asked, onQuote);

        var unapproved = tier(line) == DiscountTier.AUTO;

        assertThat(unapproved && (line.isBelowFloor() || line.isBelowCost())).isFalse();
    }

    @Property
    void without_an_approval_no_discount_is_beyond_the_automatic_limit_and_the_right(
            @ForAll @LongRange(min = 1, max = 10_000_000) long bani,
            @ForAll @IntRange(max = 10_000) int floor,
            @ForAll @IntRange(max = 12_000) int cost,
            @ForAll @IntRange(max = 6_000) int given,
            @ForAll @IntRange(max = 6_000) int asked,
            @ForAll @IntRange(max = 2_000) int onQuote) {
        var line = line(goods(bani, floor, cost), given, asked, onQuote);

        var unapproved = tier(line) == DiscountTier.AUTO;

        assertThat(unapproved && line.discount().exceeds(LIMITS.automatic().max(line.entitled())))
                .isFalse();
    }

    @Property
    void what_is_a_right_and_nothing_more_needs_nobody(
            @ForAll @LongRange(min = 1, max = 10_000_000) long bani,
            @ForAll @IntRange(max = 10_000) int floor,
            @ForAll @IntRange(max = 10_000) int cost,
            @ForAll @IntRange(max = 10_000) int given) {
        var line = line(goods(bani, floor, cost), given, 0, 0);

        assertThat(tier(line)).isEqualTo(DiscountTier.AUTO);
    }

    private static DiscountTier tier(QuoteLine line) {
        return DISCOUNTS.decide(DiscountQuestion.of(line, LIMITS, BANDS)).outcome();
    }

    private static QuoteLine line(PricedOffering goods, int given, int asked, int onQuote) {
        var rule = new PriceRule(
                new PriceRuleId(new UUID(1, 1)),
                1,
                "A promotion",
                RuleScope.EVERYTHING,
                new RuleTerms.Promotion(Percentage.ofBasisPoints(given)),
                false,
                0,
                Instant.EPOCH,
                Optional.empty(),
                false);
        var right = Entitlement.of(
                List.of(new Entitlement.Grant(rule, Percentage.ofBasisPoints(given))),
                Entitlement.ceiling(goods, LIMITS, BANDS));
        var terms = LineTerms.asking(Percentage.ofBasisPoints(asked))
                .entitledTo(right)
                .onQuote(Percentage.ofBasisPoints(onQuote));
        return QuoteLine.on(terms, goods, Quantity.of("1", Unit.PIECE));
    }

    /** A cost of more than the list price stands for one that is not known. */
    private static PricedOffering goods(long bani, int floor, int cost) {
        var list = new Money(BigDecimal.valueOf(bani, 2), Money.RON);
        return new PricedOffering(
                new Sku("SKU-1"),
                1,
                "Goods",
                Unit.PIECE,
                "standard",
                list,
                list.share(Percentage.ofBasisPoints(floor), Rounding.HALF_UP),
                cost > 10_000
                        ? Optional.empty()
                        : Optional.of(list.share(Percentage.ofBasisPoints(cost), Rounding.HALF_UP)),
                VatTreatment.taxed("21"));
    }
}
