package app.cerniq.rules.stock;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.stock.HoldPolicy;
import app.cerniq.ports.stock.HoldQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldRulesTest {

    private static final HoldPolicy HOLDS = DroolsPolicies.standard().holds();

    @ParameterizedTest
    @CsvSource({
        "HOLD-01, PROPOSAL, PT30M",
        "HOLD-02, NEGOTIATION, PT2H",
        "HOLD-03, CLOSING, PT24H",
        "HOLD-04, PROFORMA_SENT, P7D",
        "HOLD-05, DISCOVERY,",
        "HOLD-06, INVOICED,",
        "HOLD-07, PAID,",
        "HOLD-08, DEAD,"
    })
    void each_state_is_answered_by_its_own_rule_alone(String rule, NegotiationState state, Duration held) {
        var decision = HOLDS.decide(new HoldQuestion(state));

        assertThat(decision.outcome()).isEqualTo(Optional.ofNullable(held));
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
        assertThat(decision.reasons()).hasSize(1);
    }

    @Test
    void no_state_is_without_an_answer_and_no_rule_answers_for_two() {
        var rules = Stream.of(NegotiationState.values())
                .flatMap(state -> HOLDS.decide(new HoldQuestion(state)).rules().stream());

        assertThat(rules).hasSize(8).doesNotHaveDuplicates();
    }
}
