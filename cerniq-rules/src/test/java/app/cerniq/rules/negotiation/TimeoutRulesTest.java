package app.cerniq.rules.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.Timeout;
import app.cerniq.ports.negotiation.Timeout.Effect;
import app.cerniq.ports.negotiation.TimeoutPolicy;
import app.cerniq.ports.negotiation.TimeoutQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeoutRulesTest {

    private static final TimeoutPolicy TIMEOUTS = DroolsPolicies.standard().timeouts();
    private static final List<Boolean> BOTH = List.of(false, true);

    /** Every cell of the input space. */
    static Stream<TimeoutQuestion> cells() {
        return Stream.of(NegotiationState.values())
                .flatMap(state -> BOTH.stream()
                        .flatMap(human -> BOTH.stream().map(answered -> new TimeoutQuestion(state, human, answered))));
    }

    @ParameterizedTest
    @CsvSource({
        "TIME-01, DISCOVERY, false, false, STALLED, PT72H, NOTICE",
        "TIME-01, DISCOVERY, true, false, STALLED, PT72H, NOTICE",
        "TIME-02, PROPOSAL, false, false, QUOTE_EXPIRED, P7D, LOSE",
        "TIME-03, PROPOSAL, true, false, QUOTE_EXPIRED, P7D, NOTICE",
        "TIME-04, NEGOTIATION, false, false, NO_ANSWER, P7D, LOSE",
        "TIME-05, NEGOTIATION, true, false, NO_ANSWER, P7D, NOTICE",
        "TIME-06, CLOSING, false, false, AGREEMENT_LAPSED, PT24H, RENEGOTIATE",
        "TIME-07, CLOSING, true, false, AGREEMENT_LAPSED, PT24H, NOTICE",
        "TIME-08, PROFORMA_SENT, false, false, PROFORMA_EXPIRED, PT0S, LOSE",
        "TIME-09, PROFORMA_SENT, true, false, PROFORMA_EXPIRED, PT0S, NOTICE",
        "TIME-10, PROFORMA_SENT, false, true, STUCK, P3D, NOTICE",
        "TIME-10, PROFORMA_SENT, true, true, STUCK, P3D, NOTICE",
        "TIME-11, INVOICED, false, false, PAYMENT_DUE, P30D, NOTICE",
        "TIME-11, INVOICED, true, false, PAYMENT_DUE, P30D, NOTICE",
        "TIME-12, INVOICED, false, true, STUCK, P3D, NOTICE",
        "TIME-12, INVOICED, true, true, STUCK, P3D, NOTICE"
    })
    void each_case_is_answered_as_it_was_laid_down(
            String rule,
            NegotiationState state,
            boolean human,
            boolean answered,
            DealTimer timer,
            Duration after,
            Effect effect) {
        var decision = TIMEOUTS.decide(new TimeoutQuestion(state, human, answered));

        assertThat(decision.outcome()).contains(new Timeout(timer, after, effect));
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"TIME-13, PAID", "TIME-14, DEAD"})
    void a_closed_deal_waits_for_nothing(String rule, NegotiationState state) {
        var decision = TIMEOUTS.decide(new TimeoutQuestion(state, false, false));

        assertThat(decision.outcome()).isEmpty();
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void in_every_cell_exactly_one_rule_speaks(TimeoutQuestion cell) {
        assertThat(TIMEOUTS.decide(cell).rules()).hasSize(1);
    }

    @Test
    void every_rule_speaks_somewhere() {
        var speaking =
                cells().flatMap(cell -> TIMEOUTS.decide(cell).rules().stream()).collect(Collectors.toSet());

        assertThat(speaking).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void no_timer_moves_a_deal_that_a_human_holds(TimeoutQuestion cell) {
        var effect = TIMEOUTS.decide(cell).outcome().map(Timeout::effect);

        if (cell.humanControlled()) {
            assertThat(effect).isIn(Optional.empty(), Optional.of(Effect.NOTICE));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = NegotiationState.class,
            names = {"INVOICED", "PAID"})
    void a_deal_with_an_invoice_is_never_lost_by_waiting(NegotiationState state) {
        assertThat(cells().filter(cell -> cell.state() == state)
                        .flatMap(cell -> TIMEOUTS.decide(cell).outcome().stream()))
                .allMatch(timeout -> timeout.effect() == Effect.NOTICE);
    }
}
