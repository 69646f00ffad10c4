package app.cerniq.rules.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.PriceRuleKind;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.pricing.EntitlementPolicy;
import app.cerniq.ports.pricing.EntitlementQuestion;
import app.cerniq.ports.pricing.EntitlementVerdict;
import app.cerniq.rules.DroolsPolicies;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementRulesTest {

    private static final EntitlementPolicy ENTITLEMENTS =
            DroolsPolicies.standard().entitlements();

    @Test
    void every_cell_of_the_input_space_has_exactly_one_answer_and_it_is_the_specified_one() {
        var wrong = everything().filter(question -> {
            var decision = ENTITLEMENTS.decide(question);
            return decision.rules().size() != 1 || decision.outcome() != plainly(question);
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_rule_is_of_use_to_somebody() {
        var fired = new TreeSet<String>();
        everything().forEach(question -> ENTITLEMENTS.decide(question).rules().forEach(rule -> fired.add(rule.id())));

        assertThat(fired)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13)
                        .mapToObj("ENT-%02d"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ENT-01, PROMOTION, late, NOTHING, PROMOTION, ''",
        "ENT-02, PROMOTION, elsewhere, NOTHING, PROMOTION, ''",
        "ENT-03, PROMOTION, outranked, NOTHING, PROMOTION, ''",
        "ENT-04, LIMITS, '', NOTHING, MARGIN, ''",
        "ENT-05, MARGIN, '', NOTHING, LIMITS, ''",
        "ENT-06, VOLUME, '', NOTHING, VOLUME, reached",
        "ENT-07, VOLUME, reached, COMPETES, VOLUME, reached stackable",
        "ENT-08, VOLUME, reached stackable, ADDS, VOLUME, reached",
        "ENT-09, CUSTOMER_TIER, '', NOTHING, CUSTOMER_TIER, reached",
        "ENT-10, CUSTOMER_TIER, reached, COMPETES, CUSTOMER_TIER, reached stackable",
        "ENT-11, CUSTOMER_TIER, reached stackable, ADDS, CUSTOMER_TIER, reached",
        "ENT-12, PROMOTION, reached, COMPETES, PROMOTION, reached stackable",
        "ENT-13, PROMOTION, reached stackable, ADDS, PROMOTION, reached"
    })
    void each_rule_speaks_where_it_should_and_not_beside_it(
            String rule,
            PriceRuleKind kind,
            String flags,
            EntitlementVerdict verdict,
            PriceRuleKind kindBeside,
            String flagsBeside) {
        var decision = ENTITLEMENTS.decide(question(kind, flags));
        var silent = ENTITLEMENTS.decide(question(kindBeside, flagsBeside));

        assertThat(decision.outcome()).isEqualTo(verdict);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
        assertThat(silent.rules()).extracting(RuleName::id).doesNotContain(rule);
    }

    private static EntitlementQuestion question(PriceRuleKind kind, String flags) {
        return new EntitlementQuestion(
                kind,
                !flags.contains("late"),
                !flags.contains("elsewhere"),
                flags.contains("outranked"),
                flags.contains("reached"),
                flags.contains("stackable"));
    }

    private static Stream<EntitlementQuestion> everything() {
        return Arrays.stream(PriceRuleKind.values())
                .flatMap(kind -> IntStream.range(0, 32)
                        .mapToObj(flags -> new EntitlementQuestion(
                                kind,
                                (flags & 1) != 0,
                                (flags & 2) != 0,
                                (flags & 4) != 0,
                                (flags & 8) != 0,
                                (flags & 16) != 0)));
    }

    /** The rules once more, in other words: the oracle. */
    private static EntitlementVerdict plainly(EntitlementQuestion question) {
        var speaks = question.inForce() && question.covers() && !question.outranked();
        var gives = switch (question.kind()) {
            case VOLUME, CUSTOMER_TIER -> question.reached();
            case PROMOTION -> true;
            case LIMITS, MARGIN -> false;
        };
        if (!speaks || !gives) {
            return EntitlementVerdict.NOTHING;
        }
        return question.stackable() ? EntitlementVerdict.ADDS : EntitlementVerdict.COMPETES;
    }
}
