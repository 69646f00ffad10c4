package app.cerniq.rules.negotiation;

import static app.cerniq.domain.negotiation.MoveCondition.INVOICE_ISSUED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_ACCEPTED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_EXPIRED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_REJECTED;
import static app.cerniq.domain.negotiation.MoveCondition.RESURRECTION;
import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationRefusal.AgentOverruled;
import app.cerniq.domain.negotiation.NegotiationRefusal.IllegalMove;
import app.cerniq.domain.negotiation.OpenMove;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.rules.DroolsPolicies;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermitTest {

    private static final MovePolicy MOVES = DroolsPolicies.standard().moves();
    private static final Actor AGENT = new Actor.AiAgent(new UUID(0, 1), "agent");
    private static final Actor TIMER = new Actor.SystemProcess(new UUID(0, 2), "timer");

    @Test
    void a_permit_names_the_move_the_actor_and_the_rule_that_granted_it() {
        var permit = MOVES.permit(Deals.in(DISCOVERY), PROPOSAL, AGENT, Deals.NOON, Set.of())
                .get();

        assertThat(permit.from()).isEqualTo(DISCOVERY);
        assertThat(permit.to()).isEqualTo(PROPOSAL);
        assertThat(permit.actor()).isEqualTo(AGENT);
        assertThat(permit.because().rules()).extracting(RuleName::id).containsExactly("FSM-01");
        assertThat(permit.because().pack()).isEqualTo(DroolsPolicies.standard().version());
    }

    @Test
    void a_move_without_its_condition_is_refused_with_everything_that_is_open() {
        var refusal = MOVES.permit(Deals.in(PROFORMA_SENT), INVOICED, AGENT, Deals.NOON, Set.of(INVOICE_ISSUED))
                .getLeft();

        assertThat(refusal)
                .isEqualTo(new IllegalMove(
                        PROFORMA_SENT,
                        INVOICED,
                        List.of(
                                new OpenMove(NEGOTIATION, List.of(PROFORMA_REJECTED), ""),
                                new OpenMove(INVOICED, List.of(PROFORMA_ACCEPTED), ""),
                                new OpenMove(DEAD, List.of(PROFORMA_EXPIRED), ""))));
        assertThat(refusal.accepted()).contains("INVOICED (missing: proforma_accepted)");
    }

    @Test
    void a_move_that_is_no_move_is_refused() {
        var refusal = MOVES.permit(Deals.in(PROPOSAL), PAID, AGENT, Deals.NOON, Set.of())
                .getLeft();

        assertThat(refusal.sentence()).isEqualTo("There is no move from PROPOSAL to PAID.");
    }

    @Test
    void a_condition_that_the_command_brings_about_counts() {
        var dead = Deals.in(DEAD);

        assertThat(MOVES.permit(dead, DISCOVERY, TIMER, Deals.NOON, Set.of()).isLeft())
                .isTrue();
        assertThat(MOVES.permit(dead, DISCOVERY, TIMER, Deals.NOON, Set.of(RESURRECTION))
                        .isRight())
                .isTrue();
    }

    @Test
    void an_agent_is_overruled_while_a_human_holds_the_deal_and_others_are_not() {
        var held = Deals.heldByAHumanIn(CLOSING);

        assertThat(MOVES.permit(held, NEGOTIATION, AGENT, Deals.NOON, Set.of()).getLeft())
                .isEqualTo(new AgentOverruled("agent", "No AI agent moves a deal that a human holds."));
        assertThat(MOVES.permit(held, NEGOTIATION, TIMER, Deals.NOON, Set.of()).isRight())
                .isTrue();
    }

    @Test
    void open_moves_tell_an_overruled_agent_that_they_are_forbidden() {
        var forbidden = "No AI agent moves a deal that a human holds.";

        assertThat(MOVES.availableMoves(Deals.heldByAHumanIn(DISCOVERY), AGENT, Deals.NOON))
                .containsExactly(
                        new OpenMove(PROPOSAL, List.of(), forbidden), new OpenMove(DEAD, List.of(), forbidden));
    }

    @Test
    void a_final_state_has_no_open_moves() {
        assertThat(MOVES.availableMoves(Deals.in(PAID), TIMER, Deals.NOON)).isEmpty();
    }
}
