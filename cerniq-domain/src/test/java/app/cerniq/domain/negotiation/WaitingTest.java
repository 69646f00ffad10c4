package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inInvoiced;
import static app.cerniq.domain.negotiation.Deals.inNegotiation;
import static app.cerniq.domain.negotiation.Deals.inProformaSent;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionClosed;
import app.cerniq.domain.negotiation.NegotiationRefusal.AgentOverruled;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotDue;
import app.cerniq.domain.negotiation.NegotiationRefusal.SessionAlive;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.People;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Decision<?> BECAUSE = Holds.forTime(WEEK);

    @Test
    void the_last_activity_sets_the_clock_of_a_deal_that_waits_for_an_answer() {
        var later = NOON.plus(Duration.ofHours(5));
        var active = next(inNegotiation().handling(new Stamp(People.REP, later)).useSession("mcp-1"));

        assertThat(Deadline.of(active, DealTimer.NO_ANSWER, WEEK, false))
                .contains(new Deadline(DealTimer.NO_ANSWER, later.plus(WEEK)));
    }

    @Test
    void activity_does_not_make_a_quote_younger() {
        var later = NOON.plus(Duration.ofHours(5));
        var active = next(inProposal().handling(new Stamp(People.REP, later)).useSession("mcp-1"));

        assertThat(Deadline.of(active, DealTimer.QUOTE_EXPIRED, WEEK, false))
                .contains(new Deadline(DealTimer.QUOTE_EXPIRED, NOON.plus(WEEK)));
    }

    @Test
    void a_new_version_of_the_quote_is_a_new_quote() {
        var later = NOON.plus(Duration.ofHours(5));
        var revised = next(inProposal()
                .quoting(new Stamp(People.REP, later))
                .revise(Judged.lines(Deals.WHEAT), "without drip tape", Deals.TICKET));

        assertThat(Deadline.of(revised, DealTimer.QUOTE_EXPIRED, WEEK, false))
                .contains(new Deadline(DealTimer.QUOTE_EXPIRED, later.plus(WEEK)));
    }

    @Test
    void a_proforma_ends_when_it_says_and_a_payment_is_due_after_the_invoice() {
        assertThat(Deadline.of(inProformaSent(), DealTimer.PROFORMA_EXPIRED, Duration.ZERO, false))
                .contains(new Deadline(DealTimer.PROFORMA_EXPIRED, Deals.PROFORMA_ENDS));
        assertThat(Deadline.of(inInvoiced(), DealTimer.PAYMENT_DUE, WEEK, true))
                .contains(new Deadline(DealTimer.PAYMENT_DUE, NOON.plus(WEEK)));
    }

    @Test
    void without_a_document_there_is_nothing_to_count_from() {
        assertThat(Deadline.of(inProposal(), DealTimer.PROFORMA_EXPIRED, Duration.ZERO, false))
                .isEmpty();
    }

    @Test
    void nobody_is_told_twice_of_the_same_but_again_after_new_activity() {
        var due = new Deadline(DealTimer.PAYMENT_DUE, NOON.plus(WEEK));
        var told = next(inInvoiced().waiting(new Stamp(People.SYSTEM, due.at())).note(due, BECAUSE));
        var active = next(told.handling(new Stamp(People.REP, due.at())).useSession("mcp-1"));

        assertThat(Deadline.of(active, DealTimer.PAYMENT_DUE, WEEK, true)).isEmpty();
        assertThat(Deadline.of(active, DealTimer.STUCK, WEEK, true))
                .contains(new Deadline(DealTimer.STUCK, due.at().plus(WEEK)));
    }

    @Test
    void what_loses_a_deal_is_due_even_if_somebody_was_told_of_it_before() {
        var due = new Deadline(DealTimer.QUOTE_EXPIRED, NOON.plus(WEEK));
        var told = next(inProposal().waiting(new Stamp(People.SYSTEM, due.at())).note(due, BECAUSE));

        assertThat(Deadline.of(told, DealTimer.QUOTE_EXPIRED, WEEK, false)).contains(due);
    }

    @Test
    void to_note_that_time_has_passed_is_no_activity() {
        var due = new Deadline(DealTimer.STALLED, NOON.plus(WEEK));
        var decision =
                inNegotiation().waiting(new Stamp(People.SYSTEM, due.at())).note(due, BECAUSE);

        assertThat(events(decision))
                .containsExactly(new DeadlinePassed(DealTimer.STALLED, due.at(), BECAUSE.rules(), BECAUSE.pack()));
        assertThat(next(decision).timing().lastActivityAt()).isEqualTo(NOON);
        assertThat(next(decision).timing().toldOf()).contains(due.at());
    }

    @Test
    void a_clock_that_went_back_lets_no_timer_fire() {
        var due = new Deadline(DealTimer.STALLED, NOON.plus(WEEK));
        var early = new Stamp(People.SYSTEM, due.at().minusNanos(1));

        assertThat(refusal(inNegotiation().waiting(early).note(due, BECAUSE)))
                .isEqualTo(new NotDue(DealTimer.STALLED, Optional.of(due)));
    }

    @Test
    void a_timer_of_another_state_does_not_fire() {
        var standing = Optional.of(new Deadline(DealTimer.NO_ANSWER, NOON));

        assertThat(inNegotiation().waiting(by(People.SYSTEM)).notDue(DealTimer.STALLED, standing))
                .contains(new NotDue(DealTimer.STALLED, standing));
        assertThat(inNegotiation().waiting(by(People.SYSTEM)).notDue(DealTimer.NO_ANSWER, standing))
                .isEmpty();
    }

    @Test
    void a_session_that_is_over_is_closed_once() {
        var used = next(inProposal().handling(by(People.AGENT)).useSession("mcp-1"));
        var over = new Stamp(People.SYSTEM, NOON.plus(McpSession.IDLE_LIMIT));
        var decision = used.waiting(over).closeSession("mcp-1");

        assertThat(events(decision)).containsExactly(new SessionClosed("mcp-1"));
        assertThat(next(decision).session()).isEmpty();
        assertThat(refusal(next(decision).waiting(over).closeSession("mcp-1")))
                .isEqualTo(new SessionAlive("mcp-1", Optional.empty()));
    }

    @Test
    void a_session_that_was_used_meanwhile_stays() {
        var used = next(inProposal().handling(by(People.AGENT)).useSession("mcp-1"));

        assertThat(refusal(used.waiting(by(People.SYSTEM)).closeSession("mcp-1")))
                .isEqualTo(new SessionAlive("mcp-1", used.session()));
    }

    @Test
    void no_agent_lets_time_pass_where_a_human_holds_the_deal() {
        var due = new Deadline(DealTimer.STALLED, NOON);
        var held = Deals.heldByAHumanIn(NegotiationState.DISCOVERY);

        assertThat(refusal(held.waiting(by(People.AGENT)).note(due, BECAUSE))).isInstanceOf(AgentOverruled.class);
        assertThat(refusal(held.waiting(by(People.AGENT)).closeSession("mcp-1")))
                .isInstanceOf(AgentOverruled.class);
    }

    @Test
    void a_new_round_begins_without_an_old_quote() {
        var dead = Deals.in(NegotiationState.DEAD);
        var resurrected = next(dead.moving(by(People.REP))
                .advance(
                        Play.permit(dead, NegotiationState.DISCOVERY, People.REP),
                        TransitionTrigger.USER_ACTION,
                        "again",
                        Optional.empty()));

        assertThat(dead.timing().quotedAt()).contains(NOON);
        assertThat(resurrected.timing().quotedAt()).isEmpty();
    }

    @Test
    void a_limit_is_a_time_that_makes_sense() {
        assertThat(new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofMinutes(1))).of(DealTimer.STALLED))
                .contains(Duration.ofMinutes(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofSeconds(59))))
                .withMessage("A time limit is 1 minute to 365 days in whole seconds, not PT59S for STALLED.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofDays(366))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofMillis(90_001))));
    }
}
