package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.COMPANY;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WAITING;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static app.cerniq.domain.shared.Money.ron;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.MANAGER;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.negotiation.CounterOffer.Side;
import app.cerniq.domain.negotiation.CounterOffer.Term;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationRefusal.AgentOverruled;
import app.cerniq.domain.negotiation.NegotiationRefusal.ClientDataIncomplete;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountNeedsApproval;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Percentage;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two deals from the first message to the last leu, told in order. */
class DealScenarioTest {

    private static final QuoteLine WHEAT_AT_200 = Lines.of(WHEAT_SEED, "40", "20");
    private static final QuoteLine WHEAT_AT_205 = Lines.of(WHEAT_SEED, "40", "18");
    private static final QuoteLine CHEAPER_TAPE = Lines.of(DRIP_TAPE, "1500", "5");

    private Play play = Deals.opened(ClientData.UNKNOWN);
    private Instant now = Deals.NOON;

    @Test
    void from_the_first_message_to_paid() {
        quotes(AGENT, WHEAT, TAPE);
        moves(AGENT, PROPOSAL);
        customerOffers(ron("200.00"));

        assertThat(refused(AGENT, deal -> stamp -> deal.quoting(stamp).revise(judged(WHEAT_AT_200, TAPE), "", TICKET)))
                .isInstanceOf(DiscountNeedsApproval.class);
        after(Duration.ofMinutes(5));
        asks(AGENT, WHEAT_AT_200, TAPE);
        after(Duration.ofMinutes(40));
        grants(MANAGER, Percentage.of("18"));
        confirms(AGENT);
        moves(AGENT, NEGOTIATION);

        does(AGENT, deal -> stamp -> deal.handling(stamp).handOver(People.idOf(REP), "asked for a person"));
        assertThat(refused(AGENT, deal -> stamp -> deal.handling(stamp).useSession("mcp-1")))
                .isEqualTo(new AgentOverruled("ai_agent sales agent", "asked for a person"));
        offers(REP, WHEAT_AT_205, CHEAPER_TAPE);
        does(REP, deal -> stamp -> deal.handling(stamp).handBack("a new price is on the table"));
        agrees();
        moves(AGENT, CLOSING);

        assertThat(refused(SYSTEM, this::proforma))
                .isEqualTo(new ClientDataIncomplete(List.of("name", "CUI or CNP", "address")));
        does(AGENT, deal -> stamp -> deal.handling(stamp).updateClient(COMPANY));
        does(SYSTEM, this::proforma);
        moves(SYSTEM, PROFORMA_SENT);
        after(Duration.ofDays(3));
        pays("OP 1", ron("10000.00"));
        does(SYSTEM, deal -> stamp -> deal.invoicing(stamp).recordInvoice("FCT 1", now));
        moves(SYSTEM, INVOICED);
        after(Duration.ofDays(20));
        pays("OP 2", ron("16435.25"));
        moves(SYSTEM, PAID);

        assertThat(log())
                .containsExactly(
                        "ai_agent negotiation.created",
                        "ai_agent negotiation.quote.revised",
                        "ai_agent PROPOSAL",
                        "ai_agent negotiation.offer.made",
                        "ai_agent discount.requested",
                        "user discount.approved",
                        "user negotiation.quote.revised",
                        "ai_agent negotiation.products.confirmed",
                        "ai_agent NEGOTIATION",
                        "ai_agent handover.initiated",
                        "user negotiation.offer.made",
                        "user negotiation.quote.revised",
                        "user handover.returned",
                        "ai_agent negotiation.agreement.reached",
                        "ai_agent CLOSING",
                        "ai_agent negotiation.client.updated",
                        "system proforma.issued",
                        "system PROFORMA_SENT",
                        "system payment.received",
                        "system proforma.accepted",
                        "system invoice.issued",
                        "system INVOICED",
                        "system payment.received",
                        "system PAID");
    }

    @Test
    void lost_for_want_of_an_answer_then_brought_back_and_won() {
        does(AGENT, deal -> stamp -> deal.handling(stamp).updateClient(COMPANY));
        quotes(AGENT, WHEAT, TAPE);
        goesToProforma();

        after(Duration.ofDays(7));
        assertThat(play.deal().conditionsAt(now)).contains(MoveCondition.PROFORMA_EXPIRED);
        play = play.lost(LossReason.NO_RESPONSE, SYSTEM, now);

        after(Duration.ofDays(60));
        moves(REP, DISCOVERY);
        assertThat(play.deal())
                .extracting(Negotiation::documents, deal -> deal.stage().round())
                .containsExactly(Documents.NONE, 2);

        quotes(AGENT, WHEAT, CHEAPER_TAPE);
        goesToProforma();
        does(REP, deal -> stamp -> deal.invoicing(stamp).acceptProforma("signed"));
        does(SYSTEM, deal -> stamp -> deal.invoicing(stamp).recordInvoice("FCT 1", now));
        moves(SYSTEM, INVOICED);
        pays("OP 1", play.deal().invoice().gross());
        moves(SYSTEM, PAID);

        assertThat(Negotiation.fold(play.history())).isEqualTo(play.deal());
        assertThat(states())
                .containsExactly(
                        PROPOSAL,
                        NEGOTIATION,
                        CLOSING,
                        PROFORMA_SENT,
                        DEAD,
                        DISCOVERY,
                        PROPOSAL,
                        NEGOTIATION,
                        CLOSING,
                        PROFORMA_SENT,
                        INVOICED,
                        PAID);
    }

    private void goesToProforma() {
        moves(AGENT, PROPOSAL);
        confirms(AGENT);
        moves(AGENT, NEGOTIATION);
        agrees();
        moves(AGENT, CLOSING);
        does(SYSTEM, this::proforma);
        moves(SYSTEM, PROFORMA_SENT);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private void quotes(Actor actor, QuoteLine... lines) {
        does(actor, deal -> stamp -> deal.quoting(stamp).revise(judged(lines), "as asked", TICKET));
    }

    private void customerOffers(Money price) {
        does(
                AGENT,
                deal -> stamp -> deal.quoting(stamp)
                        .counter(offer(deal, Side.CUSTOMER, price, "la 200 le iau"), List.of(), TICKET));
    }

    private void offers(Actor seller, QuoteLine... lines) {
        does(
                seller,
                deal -> stamp -> deal.quoting(stamp)
                        .counter(
                                offer(deal, Side.SELLER, lines[0].unitPrice(), "our last word"),
                                judged(lines),
                                TICKET));
    }

    private CounterOffer offer(Negotiation deal, Side side, Money price, String note) {
        var terms = List.of(new Term(WHEAT_SEED.sku(), price, Optional.empty()));
        return new CounterOffer(deal.bargain().offers() + 1, side, Deals.hash(deal), terms, note, now);
    }

    private void asks(Actor actor, QuoteLine... lines) {
        does(
                actor,
                deal -> stamp ->
                        deal.discounting(stamp).request(WAITING, judged(lines), Judged::within, "a large customer"));
    }

    private void grants(Actor actor, Percentage lowered) {
        does(
                actor,
                deal -> stamp ->
                        deal.discounting(stamp).grant(WAITING, Optional.of(lowered), Judged::today, "not more"));
    }

    private void confirms(Actor actor) {
        does(actor, deal -> stamp -> deal.quoting(stamp).confirmProducts(Deals.hash(deal), Goods.positions()));
    }

    private void agrees() {
        does(AGENT, deal -> stamp -> deal.quoting(stamp).agree(Deals.hash(deal), "message 17"));
    }

    private Function<Stamp, Either<NegotiationRefusal, Accepted>> proforma(Negotiation deal) {
        return stamp -> deal.invoicing(stamp).recordProforma("PF 1", Deals.hash(deal), now.plus(Duration.ofDays(7)));
    }

    private void pays(String ref, Money amount) {
        does(SYSTEM, deal -> stamp -> deal.invoicing(stamp).recordPayment(ref, amount, now));
    }

    private void moves(Actor actor, NegotiationState to) {
        assertThat(Road.openFrom(play.deal(), now)).contains(to);
        play = play.to(to, actor, now);
    }

    private void does(Actor actor, Function<Negotiation, Function<Stamp, Either<NegotiationRefusal, Accepted>>> what) {
        play = play.then(deal -> what.apply(deal).apply(new Stamp(actor, now)));
    }

    private NegotiationRefusal refused(
            Actor actor, Function<Negotiation, Function<Stamp, Either<NegotiationRefusal, Accepted>>> what) {
        return refusal(what.apply(play.deal()).apply(new Stamp(actor, now)));
    }

    private static List<PricedLine> judged(QuoteLine... lines) {
        return Judged.lines(lines);
    }

    private List<NegotiationState> states() {
        return play.history().stream()
                .flatMap(change -> change.events().stream())
                .filter(StateChanged.class::isInstance)
                .map(event -> ((StateChanged) event).to())
                .toList();
    }

    /** Who did what; a move is told by where it leads. */
    private List<String> log() {
        return play.history().stream()
                .flatMap(change ->
                        change.events().stream().map(event -> change.by().kind().word() + " " + word(event)))
                .toList();
    }

    private static String word(NegotiationEvent event) {
        return event instanceof StateChanged moved
                ? moved.to().name()
                : NegotiationEventType.of(event).word();
    }
}
