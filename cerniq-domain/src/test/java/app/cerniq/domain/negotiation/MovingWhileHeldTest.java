package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.in;
import static app.cerniq.domain.negotiation.Holds.HALF_AN_HOUR;
import static app.cerniq.domain.negotiation.Holds.UNTIL;
import static app.cerniq.domain.negotiation.Holds.holding;
import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.HoldRescheduled;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoHoldInState;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of held goods when the deal moves on, back, to its end, or is won. */
class MovingWhileHeldTest {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Optional<Duration> NEVER = Optional.empty();

    @Test
    void forwards_they_are_held_for_the_time_of_the_next_state() {
        var deal = holding(in(NEGOTIATION));

        assertThat(following(deal, CLOSING, Optional.of(A_DAY)))
                .containsExactly(new HoldRescheduled(ids(deal), NOON.plus(A_DAY)));
    }

    @Test
    void and_never_for_less_than_before() {
        assertThat(following(holding(in(PROPOSAL)), NEGOTIATION, Optional.of(HALF_AN_HOUR)))
                .isEmpty();
    }

    @Test
    void backwards_they_are_held_for_the_shorter_time() {
        var deal = holding(in(NEGOTIATION));

        assertThat(following(deal, PROPOSAL, Optional.of(HALF_AN_HOUR)))
                .containsExactly(new HoldRescheduled(ids(deal), NOON.plus(HALF_AN_HOUR)));
    }

    @Test
    void where_nothing_is_held_they_are_given_back() {
        var deal = holding(in(PROPOSAL));

        assertThat(following(deal, DISCOVERY, NEVER))
                .containsExactly(new StockReleased(ids(deal), ReleaseReason.LEFT, ""));
    }

    @Test
    void a_dead_deal_gives_them_back() {
        var deal = holding(in(PROPOSAL));

        assertThat(following(deal, DEAD, NEVER)).containsExactly(new StockReleased(ids(deal), ReleaseReason.DEAD, ""));
    }

    @Test
    void even_where_rules_would_let_a_dead_deal_hold() {
        assertThat(moved(holding(in(PROPOSAL)), DEAD, by(REP), Optional.of(A_DAY))
                        .stock()
                        .held())
                .isEmpty();
    }

    @Test
    void with_the_invoice_what_was_held_is_sold() {
        var deal = holding(in(PROFORMA_SENT));
        var held = deal.heldAt(NOON).orElseThrow().reservations();

        assertThat(following(deal, INVOICED, NEVER)).containsExactly(new StockSold(held, List.of()));
        assertThat(moved(deal, INVOICED, by(REP), NEVER).stock().sold()).isEqualTo(held);
    }

    @Test
    void what_was_held_has_not_to_be_found() {
        assertThat(need(holding(in(PROFORMA_SENT)), by(REP)).wanted()).isEmpty();
    }

    @Test
    void what_was_not_held_has_to_be_found_and_is_sold_as_well() {
        var deal = in(PROFORMA_SENT);
        var direct = Holds.found(deal, need(deal, by(REP))).reservations();

        assertThat(need(deal, by(REP)).wanted())
                .isEqualTo(Stocking.quantities(deal.bargain().lines()));
        assertThat(following(deal, INVOICED, NEVER)).containsExactly(new StockSold(List.of(), direct));
    }

    @Test
    void a_hold_whose_time_is_up_is_not_sold_as_held() {
        var deal = holding(in(PROFORMA_SENT));
        var late = new Stamp(REP, UNTIL);
        var direct = Holds.found(deal, need(deal, late)).reservations();

        assertThat(following(deal, INVOICED, late, NEVER))
                .containsExactly(
                        new StockReleased(ids(deal), ReleaseReason.EXPIRED, ""), new StockSold(List.of(), direct));
    }

    @Test
    void a_hold_whose_time_is_up_is_not_prolonged() {
        var deal = holding(in(NEGOTIATION));

        assertThat(following(deal, CLOSING, new Stamp(REP, UNTIL), Optional.of(A_DAY)))
                .containsExactly(new StockReleased(ids(deal), ReleaseReason.EXPIRED, ""));
    }

    /** A host whose clock is behind acts after one whose clock is ahead. */
    @Test
    void and_once_ended_it_is_ended_by_every_clock() {
        var ended = moved(holding(in(NEGOTIATION)), CLOSING, new Stamp(REP, UNTIL), Optional.of(A_DAY));

        assertThat(ended.heldAt(UNTIL.minusSeconds(5))).isEmpty();
    }

    @Test
    void what_was_sold_comes_back_when_the_invoice_was_reversed() {
        var invoiced = moved(holding(in(PROFORMA_SENT)), INVOICED, by(REP), NEVER);

        assertThat(following(invoiced, DEAD, NEVER))
                .containsExactly(new StockReturned(invoiced.stock().sold()));
        assertThat(moved(invoiced, DEAD, by(REP), NEVER).stock().sold()).isEmpty();
    }

    @Test
    void nothing_is_held_again_that_was_sold() {
        var invoiced = moved(holding(in(PROFORMA_SENT)), INVOICED, by(REP), NEVER);

        assertThat(Answers.refusal(Holds.hold(invoiced, by(REP), A_DAY)))
                .isEqualTo(new NoHoldInState(INVOICED, List.of("The goods were sold.")));
    }

    @Test
    void nothing_is_sold_twice() {
        var invoiced = moved(holding(in(PROFORMA_SENT)), INVOICED, by(REP), NEVER);
        var back = moved(invoiced, CLOSING, by(REP), Optional.of(A_DAY));

        assertThat(following(back, INVOICED, NEVER)).isEmpty();
    }

    @Test
    void a_decision_that_moves_nothing_changes_nothing() {
        var deal = holding(in(PROPOSAL));
        var decision = deal.handling(by(REP)).useSession("mcp-1");

        assertThat(Holds.followed(deal, by(REP), decision, Optional.of(A_DAY))).isEqualTo(decision.get());
    }

    @Test
    void folding_the_history_gives_what_is_sold() {
        var deal = holding(in(PROFORMA_SENT));
        var accepted = accepted(deal, INVOICED, by(REP), NEVER);

        assertThat(deal.apply(accepted.change())).isEqualTo(accepted.next());
    }

    private static List<NegotiationEvent> following(Negotiation deal, NegotiationState to, Optional<Duration> time) {
        return following(deal, to, by(REP), time);
    }

    /** What happens to the goods with a move. */
    private static List<NegotiationEvent> following(
            Negotiation deal, NegotiationState to, Stamp stamp, Optional<Duration> time) {
        return accepted(deal, to, stamp, time).change().events().stream()
                .filter(event -> !(event instanceof StateChanged))
                .toList();
    }

    private static Negotiation moved(Negotiation deal, NegotiationState to, Stamp stamp, Optional<Duration> time) {
        return accepted(deal, to, stamp, time).next();
    }

    private static Accepted accepted(Negotiation deal, NegotiationState to, Stamp stamp, Optional<Duration> time) {
        return Holds.followed(deal, stamp, move(deal, to, stamp), time);
    }

    private static Stocking.Need need(Negotiation deal, Stamp stamp) {
        return deal.stocking(stamp).needOf(move(deal, INVOICED, stamp).get());
    }

    private static Either<NegotiationRefusal, Accepted> move(Negotiation deal, NegotiationState to, Stamp stamp) {
        return deal.moving(stamp)
                .advance(
                        Play.permit(deal, to, stamp.actor()),
                        TransitionTrigger.USER_ACTION,
                        "on we go",
                        Optional.of(LossReason.OTHER));
    }

    private static List<ReservationId> ids(Negotiation deal) {
        return deal.heldAt(NOON).orElseThrow().reservations().stream()
                .map(Reservation::id)
                .toList();
    }
}
