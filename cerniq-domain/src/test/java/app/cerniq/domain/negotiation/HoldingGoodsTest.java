package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.QUOTE;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.handedOver;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.negotiation.Holds.HALF_AN_HOUR;
import static app.cerniq.domain.negotiation.Holds.TWO_HOURS;
import static app.cerniq.domain.negotiation.Holds.UNTIL;
import static app.cerniq.domain.negotiation.Holds.hold;
import static app.cerniq.domain.negotiation.Holds.holding;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationRefusal.AgentOverruled;
import app.cerniq.domain.negotiation.NegotiationRefusal.EmptyQuote;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoHoldInState;
import app.cerniq.domain.negotiation.NegotiationRefusal.NothingHeld;
import app.cerniq.domain.negotiation.NegotiationRefusal.NothingToHold;
import app.cerniq.domain.negotiation.NegotiationRefusal.QuoteChanged;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldingGoodsTest {

    private static final Quantity FORTY_BAGS = Quantity.of("40", Unit.BAG);
    private static final Reservation SEED = Holds.reservation(inProposal().version(), 0, WHEAT_SEED.sku(), FORTY_BAGS);
    private static final Reservation HOSE =
            Holds.reservation(inProposal().version(), 1, DRIP_TAPE.sku(), Quantity.of("1500", Unit.METRE));

    @Test
    void the_goods_of_the_quote_are_held_for_the_time_that_the_rules_give() {
        assertThat(events(hold(inProposal(), by(AGENT), HALF_AN_HOUR)))
                .containsExactly(new StockHeld(List.of(SEED, HOSE), List.of(), NOON.plus(HALF_AN_HOUR)));
    }

    @Test
    void until_then_the_deal_holds_them() {
        assertThat(holding(inProposal()).heldAt(UNTIL.minusNanos(1))).contains(new Holding(List.of(SEED, HOSE), UNTIL));
    }

    @Test
    void and_then_no_longer_whether_or_not_anybody_has_cleaned_up() {
        assertThat(holding(inProposal()).heldAt(UNTIL)).isEmpty();
    }

    @Test
    void what_is_held_has_not_to_be_found_again() {
        assertThat(holding(inProposal()).stocking(by(AGENT)).needToHold())
                .isEqualTo(new Stocking.Need(Map.of(), List.of()));
    }

    @Test
    void holding_again_prolongs_and_does_nothing_else() {
        var later = new Stamp(AGENT, NOON.plusSeconds(60));

        assertThat(events(hold(holding(inProposal()), later, TWO_HOURS)))
                .containsExactly(new StockHeld(List.of(), List.of(), UNTIL.plusSeconds(60)));
    }

    @Test
    void holding_again_never_shortens() {
        var again = next(hold(holding(inProposal()), by(AGENT), HALF_AN_HOUR));

        assertThat(again.stock()).isEqualTo(holding(inProposal()).stock());
    }

    @Test
    void a_hold_whose_time_is_up_is_not_prolonged_but_ends_and_another_begins() {
        var late = holding(inProposal());
        var fresh = List.of(
                Holds.reservation(late.version(), 0, WHEAT_SEED.sku(), FORTY_BAGS),
                Holds.reservation(late.version(), 1, DRIP_TAPE.sku(), Quantity.of("1500", Unit.METRE)));

        assertThat(events(hold(late, new Stamp(AGENT, UNTIL), HALF_AN_HOUR)))
                .containsExactly(
                        new StockReleased(List.of(HOSE.id(), SEED.id()), ReleaseReason.EXPIRED, ""),
                        new StockHeld(fresh, List.of(), UNTIL.plus(HALF_AN_HOUR)));
    }

    @Test
    void nothing_is_held_for_another_quote_than_the_one_on_the_table() {
        var longAgo = ContentHash.of(List.of("a version of last week"));

        assertThat(refusal(inProposal().stocking(by(AGENT)).hold(longAgo, Found.NOTHING, Holds.forTime(TWO_HOURS))))
                .isEqualTo(new QuoteChanged(longAgo, QUOTE.hash()));
    }

    @Test
    void nothing_is_held_where_nothing_is_on_the_table() {
        var emptied = next(inProposal().quoting(by(AGENT)).revise(List.of(), "all of it away", TICKET));

        assertThat(refusal(hold(emptied, by(AGENT), TWO_HOURS))).isEqualTo(new EmptyQuote("hold goods"));
    }

    @Test
    void nothing_is_held_where_the_rules_give_no_time() {
        var decision = Holds.notAtAll();

        assertThat(refusal(inProposal().stocking(by(AGENT)).hold(QUOTE.hash(), Found.NOTHING, decision)))
                .isEqualTo(new NoHoldInState(NegotiationState.PROPOSAL, decision.reasons()));
    }

    @Test
    void nothing_is_held_of_which_no_stock_is_kept() {
        var services = new Found(List.of(), Set.of(WHEAT_SEED.sku(), DRIP_TAPE.sku()));

        assertThat(refusal(inProposal().stocking(by(AGENT)).hold(QUOTE.hash(), services, Holds.forTime(TWO_HOURS))))
                .isEqualTo(new NothingToHold(QUOTE.hash()));
    }

    @Test
    void a_service_among_goods_is_simply_not_held() {
        var found = new Found(List.of(SEED), Set.of(DRIP_TAPE.sku()));

        assertThat(events(inProposal().stocking(by(AGENT)).hold(QUOTE.hash(), found, Holds.forTime(TWO_HOURS))))
                .containsExactly(new StockHeld(List.of(SEED), List.of(), UNTIL));
    }

    @Test
    void goods_of_several_locations_are_held_as_one() {
        var stocking = inProposal().stocking(by(AGENT));
        var halves = List.of(halfOf(SEED, 5), halfOf(SEED, 6), HOSE);

        var held = next(stocking.hold(QUOTE.hash(), new Found(halves, Set.of()), Holds.forTime(TWO_HOURS)));

        assertThat(held.heldAt(NOON).orElseThrow().of(WHEAT_SEED.sku())).hasSize(2);
    }

    /** I2. */
    @Test
    void less_than_is_quoted_is_not_held() {
        var less = new Found(List.of(halfOf(SEED, 5), HOSE), Set.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> inProposal().stocking(by(AGENT)).hold(QUOTE.hash(), less, Holds.forTime(TWO_HOURS)))
                .withMessageContaining("quoted: 40 sac");
    }

    /** I2. */
    @Test
    void what_is_not_quoted_is_not_held() {
        var nozzle = Holds.reservation(1, 9, new Sku("ECH-DUZA-03"), FORTY_BAGS);
        var more = new Found(List.of(SEED, HOSE, nozzle), Set.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> inProposal().stocking(by(AGENT)).hold(QUOTE.hash(), more, Holds.forTime(TWO_HOURS)))
                .withMessageContaining("Goods are held that are not quoted");
    }

    @Test
    void while_a_human_holds_the_deal_no_agent_holds_its_goods() {
        assertThat(refusal(hold(handedOver(inProposal()), by(AGENT), TWO_HOURS)))
                .isInstanceOf(AgentOverruled.class);
    }

    @Test
    void nor_gives_them_back() {
        var deal = handedOver(holding(inProposal()));

        assertThat(refusal(deal.stocking(by(AGENT)).release(ReleaseReason.CANCELLED, "mine")))
                .isInstanceOf(AgentOverruled.class);
    }

    @Test
    void what_is_held_can_be_given_back() {
        var decision = holding(inProposal()).stocking(by(REP)).release(ReleaseReason.CANCELLED, "no longer wanted");

        assertThat(events(decision))
                .containsExactly(
                        new StockReleased(List.of(HOSE.id(), SEED.id()), ReleaseReason.CANCELLED, "no longer wanted"));
        assertThat(next(decision).stock().held()).isEmpty();
    }

    @Test
    void what_is_not_held_cannot_be_given_back() {
        assertThat(refusal(inProposal().stocking(by(REP)).release(ReleaseReason.CANCELLED, "")))
                .isEqualTo(new NothingHeld("release goods"));
    }

    @Test
    void nor_can_what_is_held_no_longer() {
        var late = new Stamp(REP, UNTIL);

        assertThat(refusal(holding(inProposal()).stocking(late).release(ReleaseReason.CANCELLED, "")))
                .isEqualTo(new NothingHeld("release goods"));
    }

    @Test
    void a_quote_that_is_cut_is_held_in_the_same_breath() {
        var stocking = inProposal().stocking(by(AGENT));
        var cut = inProposal()
                .quoting(by(AGENT))
                .revise(Judged.lines(WHEAT), "cut", TICKET)
                .get();

        var both = stocking.holdToo(cut, Holds.found(inProposal(), stocking.needFor(cut)), Holds.forTime(TWO_HOURS));

        assertThat(next(both).version()).isEqualTo(inProposal().version() + 1);
        assertThat(next(both).heldAt(NOON)).contains(new Holding(List.of(SEED), UNTIL));
    }

    @Test
    void and_is_not_allocated_a_second_time_by_what_follows() {
        var deal = holding(inProposal());
        var stocking = deal.stocking(by(AGENT));
        var cut = deal.quoting(by(AGENT))
                .revise(Judged.lines(TAPE), "cut", TICKET)
                .get();
        var both = stocking.holdToo(cut, Holds.found(deal, stocking.needFor(cut)), Holds.forTime(TWO_HOURS))
                .get();

        assertThat(stocking.needOf(both).wanted()).isEmpty();
        assertThat(stocking.follow(both, Found.NOTHING, java.util.Optional.empty()))
                .isEqualTo(both);
    }

    private static Reservation halfOf(Reservation whole, int number) {
        var place = new Place(whole.sku(), new LocationCode("w" + number));
        return new Reservation(new ReservationId(new java.util.UUID(0, number)), place, Quantity.of("20", Unit.BAG));
    }
}
