package app.cerniq.rules.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.rules.negotiation.ReviewedMoves.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoveRulesTest {

    private static final MovePolicy MOVES = DroolsPolicies.standard().moves();
    private static final String OVERRULED = "FSM-18";

    @Test
    void the_map_that_is_read_out_of_the_rules_is_the_reviewed_table() {
        var read = MOVES.moves().moves().stream().map(Row::of).toList();

        assertThat(read).isEqualTo(ReviewedMoves.rows()).hasSize(17);
    }

    @Test
    void every_question_that_can_ever_be_asked_is_answered_as_reviewed_by_at_most_one_rule_and_no_rule_is_idle() {
        var wrong = new ArrayList<MoveCell>();
        var fired = new TreeSet<String>();

        MoveCell.all().forEach(cell -> {
            var answer = answer(cell);
            fired.addAll(answer.rules());
            if (!answer.equals(reviewed(cell)) || answer.rules().size() > 1) {
                wrong.add(cell);
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(fired).hasSize(18).contains(OVERRULED);
    }

    @Test
    void a_condition_more_never_closes_a_move() {
        var closed = MoveCell.all()
                .filter(cell -> cell.actor() == ActorKind.USER && !cell.humanControlled())
                .filter(cell -> answer(cell).verdict() == MoveVerdict.PERMITTED)
                .filter(cell -> cell.better().anyMatch(better -> answer(better).verdict() != MoveVerdict.PERMITTED));

        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reviewedRows")
    void each_rule_permits_its_move_once_its_conditions_are_met(Row row) {
        var decision = MOVES.decide(ask(row, row.conditions()));

        assertThat(decision.outcome()).isEqualTo(MoveVerdict.PERMITTED);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(row.rule());
        assertThat(decision.reasons()).singleElement().asString().startsWith(row.from() + " to " + row.to());
    }

    @ParameterizedTest
    @MethodSource("reviewedRows")
    void each_rule_is_silent_as_long_as_any_of_its_conditions_is_missing(Row row) {
        for (var missing : row.conditions()) {
            var decision = MOVES.decide(ask(row, EnumSet.complementOf(EnumSet.of(missing))));

            assertThat(decision.outcome()).as("without " + missing).isEqualTo(MoveVerdict.NOT_OPEN);
            assertThat(decision.rules()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reviewedRows")
    void each_rule_is_silent_about_a_move_that_goes_nowhere(Row row) {
        var decision = MOVES.decide(
                MoveQuestion.of(row.from(), row.from(), ActorKind.USER, false, EnumSet.allOf(MoveCondition.class)));

        assertThat(decision.outcome()).isEqualTo(MoveVerdict.NOT_OPEN);
        assertThat(decision.reasons()).containsExactly("No rule permits this move.");
    }

    @Test
    void no_agent_moves_a_deal_that_a_human_holds() {
        var decision = MOVES.decide(MoveQuestion.of(
                NegotiationState.DISCOVERY, NegotiationState.PROPOSAL, ActorKind.AI_AGENT, true, Set.of()));

        assertThat(decision.outcome()).isEqualTo(MoveVerdict.FORBIDDEN);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(OVERRULED);
        assertThat(decision.reasons()).containsExactly("No AI agent moves a deal that a human holds.");
    }

    @Test
    void a_person_moves_a_deal_that_a_human_holds() {
        var decision = MOVES.decide(
                MoveQuestion.of(NegotiationState.DISCOVERY, NegotiationState.PROPOSAL, ActorKind.USER, true, Set.of()));

        assertThat(decision.rules()).extracting(RuleName::id).containsExactly("FSM-01");
    }

    private static List<Row> reviewedRows() {
        return ReviewedMoves.rows();
    }

    private static MoveQuestion ask(Row row, Set<MoveCondition> met) {
        return MoveQuestion.of(row.from(), row.to(), ActorKind.AI_AGENT, false, met);
    }

    private record Answer(MoveVerdict verdict, List<String> rules) {}

    private static Answer answer(MoveCell cell) {
        var decision = MOVES.decide(cell.question());
        return new Answer(
                decision.outcome(), decision.rules().stream().map(RuleName::id).toList());
    }

    private static Answer reviewed(MoveCell cell) {
        if (cell.isOverruled()) {
            return new Answer(MoveVerdict.FORBIDDEN, List.of(OVERRULED));
        }
        return ReviewedMoves.between(cell.from(), cell.to())
                .filter(row -> cell.met().containsAll(row.conditions()))
                .map(row -> new Answer(MoveVerdict.PERMITTED, List.of(row.rule())))
                .orElse(new Answer(MoveVerdict.NOT_OPEN, List.of()));
    }
}
