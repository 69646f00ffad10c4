package app.cerniq.rules.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnyDiscountTest {

    private static final DiscountPolicy DISCOUNTS = DroolsPolicies.standard().discounts();

    @Property
    void rules_and_specification_agree_whatever_the_limits(
            @ForAll @IntRange(max = 10_000) int requested,
            @ForAll @IntRange(max = 10_000) int one,
            @ForAll @IntRange(max = 10_000) int two,
            @ForAll @IntRange(max = 10_000) int three,
            @ForAll @IntRange(max = 31) int flags,
            @ForAll @IntRange(max = 10_000) int entitled) {
        var question = question(requested, one, two, three, flags, entitled);

        var decision = DISCOUNTS.decide(question);

        assertThat(decision.outcome()).isEqualTo(PlainDiscounts.tier(question));
        assertThat(decision.rules()).hasSize(1);
    }

    @Property
    void a_higher_discount_is_never_easier_to_get(
            @ForAll @IntRange(max = 9_999) int requested,
            @ForAll @IntRange(max = 10_000) int one,
            @ForAll @IntRange(max = 10_000) int two,
            @ForAll @IntRange(max = 10_000) int three,
            @ForAll @IntRange(max = 31) int flags,
            @ForAll @IntRange(max = 10_000) int entitled) {
        var asked = DISCOUNTS.decide(question(requested, one, two, three, flags, entitled));
        var more = DISCOUNTS.decide(question(requested + 1, one, two, three, flags, entitled));

        assertThat(more.outcome()).isGreaterThanOrEqualTo(asked.outcome());
    }

    private static DiscountQuestion question(int requested, int one, int two, int three, int flags, int entitled) {
        var limits = IntStream.of(one, two, three).sorted().toArray();
        var costKnown = (flags & 2) != 0;
        var thin = (flags & 16) != 0 && costKnown;
        var sound = (flags & 5) == 0 && !thin;
        return new DiscountQuestion(
                requested,
                limits[0],
                limits[1],
                limits[2],
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0,
                (flags & 8) != 0,
                sound ? Math.min(entitled, limits[2]) : 0,
                thin);
    }
}
