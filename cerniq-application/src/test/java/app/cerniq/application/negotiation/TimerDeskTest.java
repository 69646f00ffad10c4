package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.TimeOut;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotDue;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.ports.negotiation.Deadlines.Due;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimerDeskTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Desk desk = new Desk();

    private TimerReport fire() {
        var report = desk.cerniq.timers().fireAll();
        assertThat(Negotiation.fold(desk.storage.negotiations().history(desk.id)))
                .isEqualTo(desk.deal());
        return report;
    }

    private TimerReport after(Duration time) {
        desk.clock.move(time);
        return fire();
    }

    private List<NegotiationEvent> lastEvents() {
        var history = desk.storage.negotiations().history(desk.id);
        return history.get(history.size() - 1).events();
    }

    private StateChanged lastMove() {
        return lastEvents().stream()
                .filter(StateChanged.class::isInstance)
                .map(StateChanged.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_deal_that_only_began_is_told_of_once_and_stays() {
        assertThat(after(Duration.ofDays(3).minus(A_MOMENT))).isEqualTo(TimerReport.NOTHING);
        assertThat(after(A_MOMENT)).isEqualTo(TimerReport.FIRED);
        assertThat(lastEvents()).singleElement().isInstanceOf(DeadlinePassed.class);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DISCOVERY);
        assertThat(after(Duration.ofDays(100))).isEqualTo(TimerReport.NOTHING);
    }

    @Test
    void after_new_activity_it_may_stall_again() {
        after(Duration.ofDays(3));

        desk.must(People.AGENT, (it, ask) -> it.useSession(ask, new UseSession("mcp-1")));

        assertThat(after(Duration.ofHours(71))).isEqualTo(TimerReport.NOTHING);
        assertThat(after(Duration.ofHours(1))).isEqualTo(TimerReport.FIRED);
    }

    @Test
    void an_expired_quote_loses_the_deal_however_busy_it_is() {
        desk.adds(Goods.WHEAT_SEED, "40", "10").to(NegotiationState.PROPOSAL);
        desk.clock.move(Duration.ofDays(6));
        desk.must(People.AGENT, (it, ask) -> it.useSession(ask, new UseSession("mcp-1")));

        assertThat(after(Duration.ofDays(1))).isEqualTo(TimerReport.FIRED);

        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DEAD);
        assertThat(lastMove().trigger()).isEqualTo(TransitionTrigger.TIMEOUT);
        assertThat(lastMove().loss()).contains(LossReason.NO_RESPONSE);
        assertThat(after(Duration.ofDays(100))).isEqualTo(TimerReport.NOTHING);
    }

    @Test
    void a_negotiation_is_lost_after_a_week_of_silence_and_its_goods_are_free() {
        desk.toNegotiation().reserves();
        desk.clock.move(Duration.ofDays(6));
        desk.must(People.AGENT, (it, ask) -> it.useSession(ask, new UseSession("mcp-1")));

        assertThat(after(Duration.ofDays(6))).isEqualTo(TimerReport.NOTHING);
        assertThat(after(Duration.ofDays(1))).isEqualTo(TimerReport.FIRED);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DEAD);
        assertThat(desk.held()).isEmpty();
    }

    @Test
    void an_agreement_that_is_not_completed_goes_back_to_the_table() {
        desk.toNegotiation().toClosing();

        assertThat(after(Duration.ofDays(1))).isEqualTo(TimerReport.FIRED);

        assertThat(desk.deal().state()).isEqualTo(NegotiationState.NEGOTIATION);
        assertThat(lastMove().trigger()).isEqualTo(TransitionTrigger.TIMEOUT);
        assertThat(lastMove().loss()).isEmpty();
        assertThat(after(Duration.ofDays(7))).isEqualTo(TimerReport.FIRED);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DEAD);
    }

    @Test
    void a_proforma_that_expires_loses_the_deal() {
        desk.toNegotiation().toProformaSent();

        assertThat(after(Duration.ofDays(7).minus(A_MOMENT))).isEqualTo(TimerReport.NOTHING);
        assertThat(after(A_MOMENT)).isEqualTo(TimerReport.FIRED);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DEAD);
    }

    @Test
    void an_unpaid_invoice_is_told_of_once_and_never_loses_the_deal() {
        desk.toAcceptedProforma().invoices();

        assertThat(after(Duration.ofDays(30))).isEqualTo(TimerReport.FIRED);
        desk.must(People.REP, (it, ask) -> it.useSession(ask, new UseSession("mcp-1")));

        assertThat(after(Duration.ofDays(300))).isEqualTo(TimerReport.NOTHING);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.INVOICED);
    }

    @Test
    void a_deal_that_a_human_holds_is_only_told_of() {
        desk.toNegotiation();
        desk.must(People.AGENT, (it, ask) -> it.handOver(ask, new HandOver(People.idOf(People.REP), "asked for one")));

        assertThat(after(Duration.ofDays(7))).isEqualTo(TimerReport.FIRED);

        assertThat(lastEvents()).singleElement().isInstanceOf(DeadlinePassed.class);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.NEGOTIATION);
    }

    @Test
    void a_tenant_has_times_of_its_own() {
        desk.cerniq.tenants().limitTimes(desk.tenant, new TimeLimits(Map.of(DealTimer.NO_ANSWER, Duration.ofHours(2))));
        desk.toNegotiation();

        assertThat(after(Duration.ofHours(2))).isEqualTo(TimerReport.FIRED);
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DEAD);
    }

    @Test
    void where_the_time_was_made_longer_meanwhile_the_timer_is_put_off() {
        desk.toNegotiation();
        desk.cerniq.tenants().limitTimes(desk.tenant, new TimeLimits(Map.of(DealTimer.NO_ANSWER, Duration.ofDays(9))));

        assertThat(after(Duration.ofDays(7))).isEqualTo(TimerReport.OVERTAKEN);
        assertThat(fire()).isEqualTo(TimerReport.NOTHING);
        assertThat(after(Duration.ofDays(2))).isEqualTo(TimerReport.FIRED);
    }

    @Test
    void a_timer_of_a_state_that_was_left_never_fires() {
        var left = new Due(desk.id, desk.deal().version(), new Deadline(DealTimer.STALLED, desk.clock.instant()));
        desk.toNegotiation();

        var answer = desk.cerniq
                .negotiations()
                .timeOut(
                        Ask.by(People.SYSTEM, desk.id, desk.deal().version(), "late"),
                        new TimeOut(left.deadline().timer()));

        assertThat(answer.getLeft())
                .isEqualTo(new NotDue(
                        DealTimer.STALLED,
                        Optional.of(new Deadline(
                                DealTimer.NO_ANSWER, desk.clock.instant().plus(Duration.ofDays(7))))));
    }

    @Test
    void a_clock_that_goes_back_fires_nothing() {
        desk.toNegotiation();
        desk.clock.move(Duration.ofDays(-3));

        assertThat(after(Duration.ofDays(7))).isEqualTo(TimerReport.NOTHING);
        assertThat(after(Duration.ofDays(3))).isEqualTo(TimerReport.FIRED);
    }

    @Test
    void two_that_sweep_at_once_have_one_effect() {
        desk.toNegotiation();
        var version = desk.deal().version();
        desk.clock.move(Duration.ofDays(7));
        var key = "timer:" + desk.id.value() + ":" + version + ":NO_ANSWER";

        assertThat(fire()).isEqualTo(TimerReport.FIRED);
        var again = desk.cerniq
                .negotiations()
                .timeOut(Ask.by(Clockwork.ACTOR, desk.id, version, key), new TimeOut(DealTimer.NO_ANSWER));

        assertThat(again.get().version()).isEqualTo(version + 1);
        assertThat(desk.deal().version()).isEqualTo(version + 1);
    }

    @Test
    void an_agents_session_that_nobody_uses_is_closed_once() {
        desk.must(People.AGENT, (it, ask) -> it.useSession(ask, new UseSession("mcp-1")));
        desk.clock.move(Duration.ofMinutes(30));

        assertThat(desk.cerniq.timers().closeSessions(desk.tenant)).isOne();
        assertThat(desk.deal().session()).isEmpty();
        assertThat(desk.cerniq.timers().closeSessions(desk.tenant)).isZero();
    }
}
