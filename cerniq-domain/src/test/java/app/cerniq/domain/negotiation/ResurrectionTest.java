package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.MANAGER;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.CounterOffer.Side;
import app.cerniq.domain.negotiation.CounterOffer.Term;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountNeedsApproval;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResurrectionTest {

    /** Offers, an approval, a waiting request, an agreement, a confirmation: a full life, ended by a storno. */
    private static final Negotiation DEAD_AFTER_A_FULL_LIFE = Deals.playedTo(
                    NegotiationState.INVOICED,
                    Deals.waitingForADiscount()
                            .then(deal -> deal.quoting(by(MANAGER))
                                    .revise(
                                            Judged.lines(WHEAT, Lines.of(TAPE.offering(), "1500", "25")),
                                            "tape at 25 %",
                                            TICKET)))
            .then(deal -> deal.invoicing(by(SYSTEM)).recordStorno("STR 1"))
            .lost(LossReason.BUDGET, REP, NOON)
            .deal();

    @Test
    void a_new_round_begins_where_every_deal_begins() {
        assertThat(resurrected().stage()).isEqualTo(new Stage(DISCOVERY, Optional.of(DEAD), NOON, 2));
    }

    @Test
    void nothing_of_the_old_bargain_stays_but_the_counters() {
        assertThat(resurrected().bargain())
                .isEqualTo(new Bargain(
                        Money.RON,
                        Rounding.HALF_UP,
                        Optional.empty(),
                        DEAD_AFTER_A_FULL_LIFE.bargain().versions(),
                        Optional.empty(),
                        DEAD_AFTER_A_FULL_LIFE.bargain().offers(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Percentage.ZERO,
                        List.of()));
    }

    @Test
    void no_document_of_the_old_life_stays() {
        assertThat(resurrected().documents()).isEqualTo(Documents.NONE);
    }

    @Test
    void no_condition_of_the_old_life_holds() {
        assertThat(resurrected().conditionsAt(NOON)).isEmpty();
    }

    @Test
    void the_agent_drives_again() {
        var held = Deals.heldByAHumanIn(DEAD);

        var resurrected = new Play(held, List.of()).to(DISCOVERY, REP, NOON).deal();

        assertThat(resurrected.control()).isEqualTo(Control.AGENT);
    }

    @Test
    void what_is_known_of_the_customer_stays() {
        assertThat(resurrected().client()).isEqualTo(Deals.COMPANY);
    }

    @Test
    void the_next_version_of_the_quote_is_numbered_on() {
        var quoted = next(resurrected().quoting(by(AGENT)).revise(Judged.lines(WHEAT), "once more", TICKET));

        assertThat(quoted.bargain().quote()).contains(new QuoteVersion(3, Money.RON, Rounding.HALF_UP, List.of(WHEAT)));
    }

    @Test
    void and_offers_are_counted_on() {
        var bargained = new Play(Deals.in(PROPOSAL), List.of())
                .then(deal -> deal.quoting(by(AGENT))
                        .counter(
                                new CounterOffer(
                                        1,
                                        Side.CUSTOMER,
                                        Deals.hash(deal),
                                        List.of(new Term(WHEAT_SEED.sku(), Money.ron("200.00"), Optional.empty())),
                                        "less",
                                        NOON),
                                List.of(),
                                TICKET))
                .lost(LossReason.PRICE, REP, NOON)
                .to(DISCOVERY, REP, NOON)
                .deal();

        assertThat(bargained.bargain())
                .extracting(Bargain::lastOffer, Bargain::offers)
                .containsExactly(Optional.empty(), 1);
    }

    @Test
    void an_old_approval_grants_nothing_in_the_new_round() {
        var tapeAt25 = Lines.of(TAPE.offering(), "1500", "25");

        var decision = resurrected().quoting(by(AGENT)).revise(Judged.lines(tapeAt25), "as before", TICKET);

        assertThat(Answers.refusal(decision)).isInstanceOf(DiscountNeedsApproval.class);
    }

    @Test
    void every_resurrection_counts() {
        var again = new Play(resurrected(), List.of())
                .lost(LossReason.TIMING, REP, NOON)
                .to(DISCOVERY, REP, NOON)
                .deal();

        assertThat(again.stage().round()).isEqualTo(3);
    }

    private static Negotiation resurrected() {
        return new Play(DEAD_AFTER_A_FULL_LIFE, List.of())
                .to(DISCOVERY, REP, NOON)
                .deal();
    }
}
