package app.cerniq.rules.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountRulesTest {

    private static final DiscountPolicy DISCOUNTS = DroolsPolicies.standard().discounts();

    /** Standard limits, a generous tenant, a strict one, one that grants nothing alone, and bands of no width. */
    private static final List<List<Integer>> LIMITS = List.of(
            List.of(1500, 3000, 4000),
            List.of(2000, 5000, 10_000),
            List.of(500, 1000, 1500),
            List.of(0, 1, 2),
            List.of(0, 0, 0),
            List.of(3000, 3000, 3000));

    @Test
    void every_discount_under_any_limits_has_exactly_one_answer_and_it_is_the_specified_one() {
        var wrong = Stream.concat(everything(), edges()).filter(question -> {
            var decision = DISCOUNTS.decide(question);
            return decision.rules().size() != 1 || decision.outcome() != PlainDiscounts.tier(question);
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_rule_is_of_use_to_somebody() {
        var fired = new TreeSet<String>();
        Stream.concat(everything(), edges())
                .forEach(question -> DISCOUNTS.decide(question).rules().forEach(rule -> fired.add(rule.id())));

        assertThat(fired)
                .containsExactly(
                        "DISC-01", "DISC-02", "DISC-03", "DISC-04", "DISC-05", "DISC-06", "DISC-07", "DISC-08",
                        "DISC-09", "DISC-10", "DISC-11", "DISC-12", "DISC-13");
    }

    @ParameterizedTest
    @CsvSource({
        "0, AUTO",
        "1, AUTO",
        "1500, AUTO",
        "1501, MANAGER",
        "3000, MANAGER",
        "3001, DIRECTOR",
        "4000, DIRECTOR",
        "4001, REFUSED",
        "10000, REFUSED"
    })
    void a_limit_belongs_to_the_band_below_it(int requested, DiscountTier tier) {
        assertThat(DISCOUNTS.decide(standard(requested, "")).outcome()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "DISC-01, 4001, '', REFUSED, 4000, ''",
        "DISC-02, 100, belowCost, REFUSED, 100, ''",
        "DISC-03, 100, belowCost byCeo, CEO, 100, belowCost",
        "DISC-04, 1500, '', AUTO, 1501, ''",
        "DISC-05, 0, costUnknown, AUTO, 1, costUnknown",
        "DISC-06, 1, costUnknown, MANAGER, 1, ''",
        "DISC-07, 0, belowFloor, MANAGER, 0, ''",
        "DISC-08, 1501, '', MANAGER, 1500, ''",
        "DISC-09, 3001, '', DIRECTOR, 3000, ''",
        "DISC-10, 2000, entitled, AUTO, 2001, entitled",
        "DISC-11, 1, thin, MANAGER, 1, ''",
        "DISC-12, 0, thin, AUTO, 1, thin",
        "DISC-13, 1500, costUnknown entitled, AUTO, 1500, costUnknown"
    })
    void each_rule_speaks_where_it_should_and_not_beside_it(
            String rule, int requested, String flags, DiscountTier tier, int beside, String flagsBeside) {
        var decision = DISCOUNTS.decide(standard(requested, flags));
        var silent = DISCOUNTS.decide(standard(beside, flagsBeside));

        assertThat(decision.outcome()).isEqualTo(tier);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
        assertThat(silent.rules()).extracting(RuleName::id).doesNotContain(rule);
    }

    @Test
    void a_decision_tells_the_reason_the_facts_and_the_pack() {
        var question = standard(4500, "");
        var decision = DISCOUNTS.decide(question);

        assertThat(decision.reasons()).containsExactly("Above the maximum nobody may grant it.");
        assertThat(decision.facts()).isEqualTo(question);
        assertThat(decision.pack()).isEqualTo(DroolsPolicies.standard().version());
    }

    @Test
    void an_approval_by_the_CEO_does_not_lift_the_maximum() {
        assertThat(DISCOUNTS.decide(standard(4001, "belowCost byCeo")).outcome())
                .isEqualTo(DiscountTier.REFUSED);
    }

    private static DiscountQuestion standard(int requested, String flags) {
        return new DiscountQuestion(
                requested,
                1500,
                3000,
                4000,
                flags.contains("belowFloor"),
                !flags.contains("costUnknown"),
                flags.contains("belowCost"),
                flags.contains("byCeo"),
                flags.contains("entitled") ? 2000 : 0,
                flags.contains("thin"));
    }

    /** Entitlements and thin margins, at every figure that a rule compares and just beside it. */
    private static Stream<DiscountQuestion> edges() {
        return LIMITS.stream()
                .flatMap(limits -> Stream.of(0, 1, limits.get(0), limits.get(1), limits.get(2))
                        .flatMap(entitled -> IntStream.range(0, 32)
                                .boxed()
                                .flatMap(flags -> Stream.of(
                                                0, entitled, limits.get(0), limits.get(1), limits.get(2), 10_000)
                                        .flatMap(figure -> Stream.of(figure - 1, figure, figure + 1))
                                        .filter(requested -> requested >= 0 && requested <= 10_000)
                                        .flatMap(requested -> question(requested, limits, flags, entitled)))));
    }

    private static Stream<DiscountQuestion> question(int requested, List<Integer> limits, int flags, int entitled) {
        var belowFloor = (flags & 1) != 0;
        var costKnown = (flags & 2) != 0;
        var belowCost = (flags & 4) != 0;
        var thin = (flags & 16) != 0;
        var possible = entitled <= limits.get(2)
                && !(thin && !costKnown)
                && (entitled == 0 || (!belowFloor && !belowCost && !thin));
        return possible
                ? Stream.of(new DiscountQuestion(
                        requested,
                        limits.get(0),
                        limits.get(1),
                        limits.get(2),
                        belowFloor,
                        costKnown,
                        belowCost,
                        (flags & 8) != 0,
                        entitled,
                        thin))
                : Stream.of();
    }

    private static Stream<DiscountQuestion> everything() {
        return LIMITS.stream()
                .flatMap(limits -> IntStream.range(0, 16)
                        .boxed()
                        .flatMap(flags -> IntStream.rangeClosed(0, 10_000)
                                .mapToObj(requested -> new DiscountQuestion(
                                        requested,
                                        limits.get(0),
                                        limits.get(1),
                                        limits.get(2),
                                        (flags & 1) != 0,
                                        (flags & 2) != 0,
                                        (flags & 4) != 0,
                                        (flags & 8) != 0))));
    }
}
