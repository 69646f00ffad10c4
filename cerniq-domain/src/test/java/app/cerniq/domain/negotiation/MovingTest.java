package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.MANAGER;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationRefusal.PermitNotApplicable;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Role;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovingTest {

    @Test
    void a_deal_moves_as_its_permit_says() {
        var decision = advance(inProposal(), permit(inProposal(), NEGOTIATION), Optional.empty());

        assertThat(events(decision))
                .containsExactly(new StateChanged(
                        PROPOSAL,
                        NEGOTIATION,
                        TransitionTrigger.USER_ACTION,
                        "on we go",
                        Optional.empty(),
                        Play.GRANT.rules(),
                        Play.GRANT.pack()));
    }

    @Test
    void and_remembers_where_it_came_from_and_when() {
        var later = NOON.plusSeconds(90);
        var decision = inProposal()
                .moving(new Stamp(REP, later))
                .advance(
                        permit(inProposal(), NEGOTIATION), TransitionTrigger.USER_ACTION, "on we go", Optional.empty());

        assertThat(next(decision).stage()).isEqualTo(new Stage(NEGOTIATION, Optional.of(PROPOSAL), later, 1));
    }

    @Test
    void a_lost_deal_keeps_the_reason() {
        var decision = advance(inProposal(), permit(inProposal(), DEAD), Optional.of(LossReason.COMPETITOR));

        assertThat(lossOf(decision)).contains(LossReason.COMPETITOR);
    }

    @Test
    void a_deal_that_goes_on_has_lost_nothing() {
        var decision = advance(inProposal(), permit(inProposal(), NEGOTIATION), Optional.of(LossReason.COMPETITOR));

        assertThat(lossOf(decision)).isEmpty();
    }

    @Test
    void a_permit_for_another_deal_does_not_fit() {
        var other = Opening.open(
                        new NegotiationId(Deals.ID.tenant(), new UUID(77, 77)),
                        (Opened) Deals.opened().history().get(0).events().get(0),
                        by(AGENT))
                .next();
        var mine = Deals.opened().deal();
        var permit = permit(other, PROPOSAL);

        assertThat(refusal(advance(mine, permit, Optional.empty())))
                .isEqualTo(new PermitNotApplicable(
                        permit.toString(),
                        "a permit for " + Deals.ID
                                + " version 1 from DISCOVERY, made out to user sales representative"));
    }

    @Test
    void a_permit_for_an_earlier_version_does_not_fit() {
        var permit = permit(inProposal(), NEGOTIATION);
        var changedMeanwhile = next(inProposal().handling(by(AGENT)).useSession("mcp-1"));

        assertThat(refusal(advance(changedMeanwhile, permit, Optional.empty())))
                .isInstanceOf(PermitNotApplicable.class);
    }

    @Test
    void a_permit_for_another_state_of_the_same_version_does_not_fit() {
        var lost = next(advance(inProposal(), permit(inProposal(), DEAD), Optional.empty()));
        var bargaining = next(advance(inProposal(), permit(inProposal(), NEGOTIATION), Optional.empty()));

        var decision = advance(lost, permit(bargaining, PROPOSAL), Optional.empty());

        assertThat(refusal(decision)).isInstanceOf(PermitNotApplicable.class);
    }

    @Test
    void a_permit_for_another_actor_does_not_fit() {
        var managersPermit = Play.permit(inProposal(), NEGOTIATION, MANAGER);

        assertThat(refusal(advance(inProposal(), managersPermit, Optional.empty())))
                .isInstanceOf(PermitNotApplicable.class);
    }

    @Test
    void nor_does_one_for_the_same_user_in_another_role() {
        var promoted = new Actor.User(((Actor.User) REP).user(), REP.label(), Set.of(Role.CEO));
        var permit = Play.permit(inProposal(), NEGOTIATION, promoted);

        assertThat(refusal(advance(inProposal(), permit, Optional.empty()))).isInstanceOf(PermitNotApplicable.class);
    }

    @Test
    void a_permit_is_good_for_one_move() {
        var permit = permit(inProposal(), NEGOTIATION);
        var moved = next(advance(inProposal(), permit, Optional.empty()));

        assertThat(refusal(advance(moved, permit, Optional.empty()))).isInstanceOf(PermitNotApplicable.class);
    }

    @Test
    void a_permit_tells_what_it_permits_and_why() {
        var permit = permit(inProposal(), NEGOTIATION);

        assertThat(permit)
                .extracting(
                        TransitionPermit::from,
                        TransitionPermit::to,
                        TransitionPermit::actor,
                        TransitionPermit::because)
                .containsExactly(PROPOSAL, NEGOTIATION, REP, Play.GRANT);
    }

    @Test
    void every_deal_that_is_neither_paid_nor_dead_keeps_its_lead_busy() {
        assertThat(NegotiationState.values())
                .filteredOn(state -> !state.isActive())
                .containsExactly(NegotiationState.PAID, DEAD);
    }

    @Test
    void a_deal_begins_in_discovery() {
        assertThat(Deals.opened().deal().stage()).isEqualTo(new Stage(DISCOVERY, Optional.empty(), NOON, 1));
    }

    private static TransitionPermit permit(Negotiation deal, NegotiationState to) {
        return Play.permit(deal, to, REP);
    }

    private static Either<NegotiationRefusal, Accepted> advance(
            Negotiation deal, TransitionPermit permit, Optional<LossReason> loss) {
        return deal.moving(by(REP)).advance(permit, TransitionTrigger.USER_ACTION, "on we go", loss);
    }

    private static Optional<LossReason> lossOf(Either<NegotiationRefusal, Accepted> decision) {
        return ((StateChanged) events(decision).get(0)).loss();
    }
}
