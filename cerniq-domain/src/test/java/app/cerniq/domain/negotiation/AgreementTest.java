package app.cerniq.domain.negotiation;

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
import static app.cerniq.domain.negotiation.Deals.hash;
import static app.cerniq.domain.negotiation.Deals.inClosing;
import static app.cerniq.domain.negotiation.Deals.inNegotiation;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.AgreementReached;
import app.cerniq.domain.negotiation.NegotiationRefusal.EmptyQuote;
import app.cerniq.domain.negotiation.NegotiationRefusal.QuoteChanged;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ContentHash;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final QuoteLine DEARER_WHEAT = Lines.of(WHEAT_SEED, "40", "5");

    @Test
    void the_customer_agrees_to_exactly_one_version() {
        var decision = inNegotiation().quoting(by(AGENT)).agree(QUOTE.hash(), "message 17");

        assertThat(events(decision))
                .containsExactly(new AgreementReached(new Agreement(QUOTE.hash(), NOON, "message 17")));
    }

    @Test
    void nobody_agrees_to_a_version_that_does_not_stand_any_more() {
        var longAgo = ContentHash.of(List.of("a version of last week"));

        var decision = inNegotiation().quoting(by(AGENT)).agree(longAgo, "message 17");

        assertThat(refusal(decision)).isEqualTo(new QuoteChanged(longAgo, QUOTE.hash()));
    }

    @Test
    void nobody_agrees_to_nothing() {
        var emptied = next(inNegotiation().quoting(by(AGENT)).revise(List.of(), "all of it away", TICKET));

        var decision = emptied.quoting(by(AGENT)).agree(hash(emptied), "message 17");

        assertThat(refusal(decision)).isEqualTo(new EmptyQuote("record an agreement"));
    }

    @Test
    void an_agreement_is_void_after_any_change() {
        var changed = revised(agreed(), DEARER_WHEAT, TAPE);

        assertThat(changed.bargain().isAgreed()).isFalse();
    }

    @Test
    void and_does_not_come_back_with_the_old_price() {
        var backAgain = revised(revised(agreed(), DEARER_WHEAT, TAPE), WHEAT, TAPE);

        assertThat(backAgain.bargain().isAgreed()).isFalse();
    }

    @Test
    void it_stands_where_a_new_version_changes_nothing() {
        var unchanged = revised(agreed(), WHEAT, TAPE);

        assertThat(unchanged.bargain().isAgreed()).isTrue();
    }

    @Test
    void who_goes_back_to_bargaining_has_not_agreed() {
        var back = new Play(inClosing(), List.of())
                .to(NegotiationState.NEGOTIATION, REP, NOON)
                .deal();

        assertThat(back.bargain().isAgreed()).isFalse();
    }

    @Test
    void who_goes_on_to_closing_has() {
        assertThat(inClosing().bargain().isAgreed()).isTrue();
    }

    private static Negotiation agreed() {
        return next(inNegotiation().quoting(by(AGENT)).agree(QUOTE.hash(), "message 17"));
    }

    private static Negotiation revised(Negotiation deal, QuoteLine... lines) {
        return next(deal.quoting(by(AGENT)).revise(Judged.lines(lines), "as asked", TICKET));
    }
}
