package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.negotiation.Holds.UNTIL;
import static app.cerniq.domain.negotiation.Holds.holding;
import static app.cerniq.domain.shared.People.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I2: whatever changes the quote changes what is held in the same breath. */
class RevisingWhileHeldTest {

    private static final Negotiation DEAL = holding(inProposal());
    private static final Reservation SEED = heldOf(WHEAT_SEED.sku());
    private static final Reservation HOSE = heldOf(DRIP_TAPE.sku());

    @Test
    void another_price_changes_nothing() {
        assertThat(following(Lines.of(WHEAT_SEED, "40", "5"), TAPE)).isEmpty();
    }

    @Test
    void another_quantity_is_held_instead_and_the_rest_is_held_on() {
        var lines = new QuoteLine[] {Lines.of(WHEAT_SEED, "50", "10"), TAPE};

        assertThat(following(lines))
                .containsExactly(new StockHeld(List.of(fresh(lines[0])), List.of(SEED.id()), UNTIL));
        assertThat(revised(lines).next().heldAt(NOON).orElseThrow().of(DRIP_TAPE.sku()))
                .containsExactly(HOSE);
    }

    @Test
    void another_product_is_held_too() {
        var nozzle = Lines.of(NOZZLE, "2", "0");

        assertThat(following(WHEAT, TAPE, nozzle))
                .containsExactly(new StockHeld(List.of(fresh(nozzle)), List.of(), UNTIL));
    }

    @Test
    void what_is_taken_off_the_quote_is_given_back() {
        assertThat(following(WHEAT)).containsExactly(new StockHeld(List.of(), List.of(HOSE.id()), UNTIL));
    }

    @Test
    void where_everything_is_taken_off_nothing_is_held_any_more() {
        assertThat(following())
                .containsExactly(new StockReleased(
                        DEAL.heldAt(NOON).orElseThrow().reservations().stream()
                                .map(Reservation::id)
                                .toList(),
                        ReleaseReason.REPLACED,
                        ""));
    }

    @Test
    void only_what_changes_has_to_be_found() {
        var fifty = Lines.of(WHEAT_SEED, "50", "10");

        assertThat(need(fifty, TAPE).wanted()).isEqualTo(Map.of(WHEAT_SEED.sku(), fifty.quantity()));
    }

    @Test
    void and_what_is_given_back_for_it_counts_as_there() {
        assertThat(need(Lines.of(WHEAT_SEED, "50", "10"), TAPE).replaced()).containsExactly(SEED);
    }

    @Test
    void a_service_on_the_quote_holds_nothing() {
        var accepted = DEAL.quoting(by(AGENT))
                .revise(Judged.lines(WHEAT, TAPE, Lines.of(NOZZLE, "2", "0")), "as asked", TICKET)
                .get();
        var found = new Found(List.of(), Set.of(NOZZLE.sku()));

        assertThat(DEAL.stocking(by(AGENT)).follow(accepted, found, Optional.empty()))
                .isEqualTo(accepted);
    }

    @Test
    void nothing_is_held_for_what_was_not_found() {
        var accepted = DEAL.quoting(by(AGENT))
                .revise(Judged.lines(Lines.of(WHEAT_SEED, "50", "10"), TAPE), "as asked", TICKET)
                .get();

        assertThatIllegalStateException()
                .isThrownBy(() -> DEAL.stocking(by(AGENT)).follow(accepted, Found.NOTHING, Optional.empty()));
    }

    @Test
    void where_nothing_is_held_nothing_has_to_be_found() {
        var accepted = inProposal()
                .quoting(by(AGENT))
                .revise(Judged.lines(Lines.of(WHEAT_SEED, "50", "10")), "as asked", TICKET)
                .get();

        assertThat(inProposal().stocking(by(AGENT)).needOf(accepted).wanted()).isEmpty();
    }

    @Test
    void a_hold_whose_time_is_up_ends_and_does_not_follow() {
        var late = new Stamp(AGENT, UNTIL);
        var decision = DEAL.quoting(late).revise(Judged.lines(Lines.of(WHEAT_SEED, "50", "10")), "late", TICKET);

        var followed = Holds.followed(DEAL, late, decision, Optional.empty());

        assertThat(followed.change().events())
                .last()
                .isEqualTo(new StockReleased(List.of(HOSE.id(), SEED.id()), ReleaseReason.EXPIRED, ""));
        assertThat(followed.next().heldAt(Instant.MIN)).isEmpty();
    }

    @Test
    void folding_the_history_gives_what_is_held() {
        var changed = revised(Lines.of(WHEAT_SEED, "50", "10"), TAPE);

        assertThat(DEAL.apply(changed.change())).isEqualTo(changed.next());
    }

    /** What happens to the goods when these lines are put on the table. */
    private static List<NegotiationEvent> following(QuoteLine... lines) {
        return revised(lines).change().events().stream()
                .filter(event -> !(event instanceof QuoteRevised))
                .toList();
    }

    private static Accepted revised(QuoteLine... lines) {
        var decision = DEAL.quoting(by(AGENT)).revise(Judged.lines(lines), "as asked", TICKET);
        return Holds.followed(DEAL, by(AGENT), decision, Optional.empty());
    }

    private static Stocking.Need need(QuoteLine... lines) {
        return DEAL.stocking(by(AGENT))
                .needOf(DEAL.quoting(by(AGENT))
                        .revise(Judged.lines(lines), "as asked", TICKET)
                        .get());
    }

    private static Reservation heldOf(Sku sku) {
        return DEAL.heldAt(NOON).orElseThrow().of(sku).get(0);
    }

    private static Reservation fresh(QuoteLine line) {
        return Holds.reservation(DEAL.version(), 0, line.sku(), line.quantity());
    }
}
