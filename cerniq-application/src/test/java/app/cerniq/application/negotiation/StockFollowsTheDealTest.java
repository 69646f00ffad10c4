package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of held goods as the deal goes its way, by the real rules. */
class StockFollowsTheDealTest {

    private static final Place SEED = new Place(Goods.WHEAT_SEED.sku(), LocationCode.PRINCIPAL);

    private final Desk desk = new Desk();

    @Test
    void forwards_goods_are_held_for_longer() {
        desk.toNegotiation().reserves().toClosing();

        assertThat(until()).isEqualTo(Duration.ofHours(24));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void backwards_for_less_long() {
        desk.toNegotiation().reserves().to(NegotiationState.PROPOSAL);

        assertThat(until()).isEqualTo(Duration.ofMinutes(30));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void back_in_discovery_not_at_all() {
        desk.toNegotiation().reserves().to(NegotiationState.PROPOSAL).to(NegotiationState.DISCOVERY);

        assertThat(desk.held()).isEmpty();
        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(bags("1000"));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_lost_deal_gives_everything_back() {
        desk.toNegotiation().reserves().to(NegotiationState.DEAD);

        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(bags("1000"));
        assertThat(statuses()).containsExactly(Reservation.Status.CANCELLED);
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void held_goods_leave_with_the_invoice() {
        desk.toAcceptedProforma().reserves().invoices();

        assertThat(movements(MovementType.SALE))
                .extracting(movement -> movement.onHandAfter(), movement -> movement.reservedAfter())
                .containsExactly(tuple(bags("960"), bags("0")));
        assertThat(statuses()).containsExactly(Reservation.Status.CONVERTED);
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void goods_that_nobody_held_leave_as_well() {
        desk.toAcceptedProforma().invoices();

        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(bags("960"));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void where_the_goods_are_not_there_the_deal_is_not_invoiced() {
        desk.toAcceptedProforma();
        desk.beside()
                .adds(Goods.WHEAT_SEED, "961", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();
        invoice();

        var refusal = desk.moves(People.AGENT, NegotiationState.INVOICED).getLeft();

        assertThat(refusal).isInstanceOf(NotEnoughStock.class);
        assertThat(refusal.accepted()).isEqualTo("at most 39 sac of SEM-GRAU-01");
        assertThat(desk.deal().state()).isEqualTo(NegotiationState.PROFORMA_SENT);
    }

    @Test
    void reversed_goods_come_back() {
        desk.toAcceptedProforma()
                .reserves()
                .invoices()
                .must(People.SYSTEM, (at, ask) -> at.recordStorno(ask, new RecordStorno("STR 1")))
                .to(NegotiationState.DEAD);

        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(bags("1000"));
        assertThat(movements(MovementType.RETURN)).hasSize(1);
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void once_its_time_is_up_goods_are_there_for_others_although_nobody_swept() {
        desk.toNegotiation().reserves();
        desk.clock.move(Duration.ofHours(2));

        desk.beside()
                .adds(Goods.WHEAT_SEED, "1000", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();

        assertThat(statuses()).containsExactly(Reservation.Status.EXPIRED);
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_deal_whose_hold_expired_holds_nothing_further() {
        desk.toNegotiation().reserves();
        desk.clock.move(Duration.ofHours(2));

        desk.toClosing();

        assertThat(desk.held()).isEmpty();
        assertThat(desk.deal().stock().held()).isEmpty();
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_deal_whose_hold_expired_cannot_give_it_back() {
        desk.toNegotiation().reserves();
        desk.clock.move(Duration.ofHours(2));

        var answer = desk.does(People.REP, (at, ask) -> at.releaseStock(ask, new ReleaseStock("too late")));

        assertThat(answer.getLeft()).isEqualTo(new NegotiationRefusal.NothingHeld("release goods"));
    }

    @Test
    void a_deal_whose_hold_expired_still_sells_what_is_there() {
        desk.toAcceptedProforma().reserves();
        desk.clock.move(Duration.ofDays(7).minusSeconds(1));
        invoice();
        desk.clock.move(Duration.ofSeconds(1));

        desk.to(NegotiationState.INVOICED);

        assertThat(statuses()).containsExactly(Reservation.Status.EXPIRED, Reservation.Status.CONVERTED);
        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(bags("960"));
        assertThat(desk.faults()).isEmpty();
    }

    /** Two hosts: the clock of one is ahead, and the hold is over by it. */
    @Test
    void a_clock_that_is_behind_does_not_revive_what_another_has_ended() {
        desk.toNegotiation().reserves();
        desk.clock.move(Duration.ofHours(2));
        desk.must(People.AGENT, (at, ask) -> at.useSession(ask, new UseSession("mcp-1")));

        desk.clock.move(Duration.ofSeconds(-5));

        assertThat(desk.held()).isEmpty();
        assertThat(statuses()).containsExactly(Reservation.Status.EXPIRED);
    }

    /** The same, where another deal took the goods by the faster clock. */
    @Test
    void a_clock_that_is_behind_cannot_hold_on_what_another_deal_took() {
        desk.toNegotiation().reserves();
        var end = desk.held().map(Holding::expiresAt).orElseThrow();
        desk.clock.move(Duration.ofHours(2));
        desk.beside()
                .adds(Goods.WHEAT_SEED, "1000", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();
        desk.clock.move(Duration.ofSeconds(-5));

        desk.must(People.AGENT, (at, ask) -> at.recordAgreement(ask, new RecordAgreement(desk.quote(), "message 1")));
        var answer = desk.moves(People.AGENT, NegotiationState.CLOSING);

        assertThat(answer.getLeft()).isEqualTo(new NegotiationRefusal.HoldLost(end));
    }

    @Test
    void folding_the_history_gives_the_deal_with_its_goods() {
        desk.toAcceptedProforma().reserves().invoices();

        assertThat(Negotiation.fold(desk.storage.negotiations().history(desk.id)))
                .isEqualTo(desk.deal());
    }

    private void invoice() {
        desk.must(People.SYSTEM, (at, ask) -> at.recordInvoice(ask, new RecordInvoice("FCT 1", desk.clock.instant())));
    }

    private Duration until() {
        return Duration.between(
                desk.clock.instant(), desk.held().map(Holding::expiresAt).orElseThrow());
    }

    private List<Reservation.Status> statuses() {
        return desk.storage.reservations().of(desk.id).stream()
                .map(Reservations.Entry::status)
                .toList();
    }

    private List<Movement> movements(MovementType type) {
        return desk.cerniq.stock().movements(desk.tenant, SEED, 0, 100).stream()
                .filter(movement -> movement.type() == type)
                .toList();
    }

    private static StockAmount bags(String value) {
        return StockAmount.of(value, Unit.BAG);
    }
}
