package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.QUOTE;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inNegotiation;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.negotiation.CounterOffer.Side;
import app.cerniq.domain.negotiation.CounterOffer.Term;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.OfferMade;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountNeedsApproval;
import app.cerniq.domain.negotiation.NegotiationRefusal.EmptyQuote;
import app.cerniq.domain.negotiation.NegotiationRefusal.QuoteChanged;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Rounding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CounterOfferTest {

    private static final ContentHash LONG_AGO = ContentHash.of(List.of("a version of last week"));
    private static final QuoteLine AT_220 = Lines.of(WHEAT_SEED, "40", "12");
    private static final QuoteLine AT_200 = Lines.of(WHEAT_SEED, "40", "20");

    @Test
    void what_the_customer_wants_is_noted_and_the_quote_stands() {
        var offer = offer(1, Side.CUSTOMER, QUOTE.hash(), "200.00");

        var decision = inNegotiation().quoting(by(AGENT)).counter(offer, List.of(), TICKET);

        assertThat(events(decision)).containsExactly(new OfferMade(offer));
    }

    @Test
    void what_the_seller_offers_stands_at_once() {
        var offer = offer(1, Side.SELLER, QUOTE.hash(), "220.00");

        var decision = inNegotiation().quoting(by(AGENT)).counter(offer, Judged.lines(AT_220, TAPE), TICKET);

        assertThat(events(decision))
                .containsExactly(
                        new OfferMade(offer),
                        new QuoteRevised(
                                new QuoteVersion(2, Money.RON, Rounding.HALF_UP, List.of(AT_220, TAPE)),
                                "counter-offer 1"));
    }

    @Test
    void an_offer_of_the_seller_needs_the_approval_that_its_price_needs() {
        var offer = offer(1, Side.SELLER, QUOTE.hash(), "200.00");

        var decision = inNegotiation().quoting(by(AGENT)).counter(offer, Judged.lines(AT_200, TAPE), TICKET);

        assertThat(refusal(decision)).isInstanceOf(DiscountNeedsApproval.class);
    }

    @Test
    void an_offer_within_the_sellers_authority_is_approved_in_the_same_breath() {
        var offer = offer(1, Side.SELLER, QUOTE.hash(), "200.00");

        var decision = inNegotiation().quoting(by(MANAGER)).counter(offer, Judged.lines(AT_200, TAPE), TICKET);

        assertThat(events(decision))
                .hasExactlyElementsOfTypes(OfferMade.class, DiscountApproved.class, QuoteRevised.class);
    }

    @Test
    void the_last_offer_is_remembered_and_counted() {
        var first = offer(1, Side.CUSTOMER, QUOTE.hash(), "200.00");
        var second = offer(2, Side.CUSTOMER, QUOTE.hash(), "210.00");

        var deal = next(inNegotiation().quoting(by(AGENT)).counter(first, List.of(), TICKET));
        var later = next(deal.quoting(by(AGENT)).counter(second, List.of(), TICKET));

        assertThat(later.bargain())
                .extracting(Bargain::lastOffer, Bargain::offers)
                .containsExactly(Optional.of(second), 2);
    }

    @Test
    void nobody_answers_a_version_that_does_not_stand_any_more() {
        var offer = offer(1, Side.CUSTOMER, LONG_AGO, "200.00");

        var decision = inNegotiation().quoting(by(AGENT)).counter(offer, List.of(), TICKET);

        assertThat(refusal(decision)).isEqualTo(new QuoteChanged(LONG_AGO, QUOTE.hash()));
    }

    @Test
    void nobody_answers_nothing() {
        var unquoted =
                Deals.opened().to(NegotiationState.PROPOSAL, MANAGER, NOON).deal();
        var offer = offer(1, Side.CUSTOMER, LONG_AGO, "200.00");

        var decision = unquoted.quoting(by(AGENT)).counter(offer, List.of(), TICKET);

        assertThat(refusal(decision)).isEqualTo(new EmptyQuote("make an offer"));
    }

    @Test
    void an_offer_names_at_least_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CounterOffer(1, Side.CUSTOMER, LONG_AGO, List.of(), "less", NOON))
                .withMessage("An offer names at least one line.");
    }

    private static CounterOffer offer(int number, Side side, ContentHash against, String price) {
        var term = new Term(WHEAT_SEED.sku(), Money.ron(price), Optional.empty());
        return new CounterOffer(number, side, against, List.of(term), "our last word", NOON);
    }
}
