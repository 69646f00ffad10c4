package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deals at every point of the road, each played there by decisions alone, all at noon. */
final class Deals {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** The first instant at which the proforma of these deals is no longer valid. */
    static final Instant PROFORMA_ENDS = NOON.plus(Duration.ofDays(7));

    static final NegotiationId ID = new NegotiationId(new TenantId(new UUID(1, 1)), new UUID(2, 2));

    static final LeadId LEAD = new LeadId(new UUID(3, 3));

    /** The request that waits in {@link #waitingForADiscountIn}. */
    static final DiscountRequestId WAITING = new DiscountRequestId(new UUID(4, 4));

    /** The id of whatever the command under test asks for. */
    static final DiscountRequestId TICKET = new DiscountRequestId(new UUID(5, 5));

    /** Complete enough for a fiscal document. */
    static final ClientData COMPANY = ClientData.company(
            "Ferma de probă SRL",
            new Cui("8000000000"),
            new PostalAddress("Str. Câmpului 1", "Slobozia", "Ialomița", "RO"));

    /** 40 bags at 225.00. */
    static final QuoteLine WHEAT = Lines.of(WHEAT_SEED, "40", "10");

    /** 1500 m at 10.05. */
    static final QuoteLine TAPE = Lines.of(DRIP_TAPE, "1500", "0");

    /** Wheat seed and drip tape. */
    static final QuoteVersion QUOTE = Lines.quote(WHEAT, TAPE);

    /** 9000.00 and 11 %, 15075.00 and 21 %. */
    static final Money GROSS = Money.ron("28230.75");

    private Deals() {}

    static Stamp by(Actor actor) {
        return new Stamp(actor, NOON);
    }

    /** In a state of the usual road, with the quote on the table from the beginning. */
    static Negotiation in(NegotiationState state) {
        return playedTo(state, quoted()).deal();
    }

    /** The same, with a discount of 20 % on wheat seed that waits for a manager. */
    static Negotiation waitingForADiscountIn(NegotiationState state) {
        return playedTo(state, waitingForADiscount()).deal();
    }

    static Negotiation inProposal() {
        return in(NegotiationState.PROPOSAL);
    }

    static Negotiation inNegotiation() {
        return in(NegotiationState.NEGOTIATION);
    }

    static Negotiation inClosing() {
        return in(NegotiationState.CLOSING);
    }

    /** The proforma waits for an answer. */
    static Negotiation inProformaSent() {
        return in(NegotiationState.PROFORMA_SENT);
    }

    static Negotiation inInvoiced() {
        return in(NegotiationState.INVOICED);
    }

    static Negotiation withAcceptedProforma() {
        return acceptedProforma(proformaSent(quoted())).deal();
    }

    /** With a human in charge, who is a sales representative. */
    static Negotiation heldByAHumanIn(NegotiationState state) {
        return handedOver(waitingForADiscountIn(state));
    }

    static Negotiation handedOver(Negotiation deal) {
        return new Play(deal, List.of())
                .then(it -> it.handling(by(SYSTEM)).handOver(People.idOf(REP), "the customer is angry"))
                .deal();
    }

    /** Nothing on the table yet. */
    static Play opened() {
        return opened(COMPANY);
    }

    static Play opened(ClientData client) {
        var opened = new Opened(
                LEAD,
                Optional.empty(),
                SalesChannelCode.DIRECT,
                client,
                Assignment.NOBODY,
                Money.RON,
                Rounding.HALF_UP,
                Outlook.NEW,
                Annotations.NONE);
        return Play.of(Opening.open(ID, opened, by(AGENT)));
    }

    /** In DISCOVERY, with {@link #QUOTE} on the table. */
    static Play quoted() {
        return quoted(WHEAT, TAPE);
    }

    /** In DISCOVERY, with these lines on the table, which must all be automatic. */
    static Play quoted(QuoteLine... lines) {
        return opened().then(deal -> deal.quoting(by(AGENT)).revise(Judged.lines(lines), "as asked", TICKET));
    }

    static Play waitingForADiscount() {
        return quoted().then(deal -> deal.discounting(by(AGENT))
                .request(
                        WAITING,
                        Judged.lines(Lines.of(WHEAT_SEED, "40", "20"), TAPE),
                        Judged::within,
                        "a large customer"));
    }

    /** On to a state by the usual road; to DEAD from NEGOTIATION. */
    static Play playedTo(NegotiationState state, Play quoted) {
        return switch (state) {
            case DISCOVERY -> quoted;
            case PROPOSAL -> quoted.to(NegotiationState.PROPOSAL, REP, NOON);
            case NEGOTIATION -> negotiating(quoted);
            case CLOSING -> closing(quoted);
            case PROFORMA_SENT -> proformaSent(quoted);
            case INVOICED -> invoiced(quoted);
            case PAID -> paid(quoted);
            case DEAD -> negotiating(quoted).lost(LossReason.PRICE, REP, NOON);
        };
    }

    private static Play negotiating(Play quoted) {
        return playedTo(NegotiationState.PROPOSAL, quoted)
                .then(deal -> deal.quoting(by(AGENT)).confirmProducts(hash(deal), Goods.positions()))
                .to(NegotiationState.NEGOTIATION, REP, NOON);
    }

    private static Play closing(Play quoted) {
        return negotiating(quoted)
                .then(deal -> deal.quoting(by(AGENT)).agree(hash(deal), "message 17"))
                .to(NegotiationState.CLOSING, REP, NOON);
    }

    private static Play proformaSent(Play quoted) {
        return closing(quoted)
                .then(deal -> deal.invoicing(by(SYSTEM)).recordProforma("PF 1", hash(deal), PROFORMA_ENDS))
                .to(NegotiationState.PROFORMA_SENT, REP, NOON);
    }

    private static Play acceptedProforma(Play proformaSent) {
        return proformaSent.then(deal -> deal.invoicing(by(REP)).acceptProforma("signed"));
    }

    private static Play invoiced(Play quoted) {
        return acceptedProforma(proformaSent(quoted))
                .then(deal -> deal.invoicing(by(SYSTEM)).recordInvoice("FCT 1", NOON))
                .to(NegotiationState.INVOICED, REP, NOON);
    }

    private static Play paid(Play quoted) {
        return invoiced(quoted)
                .then(deal -> deal.invoicing(by(SYSTEM)).recordPayment("OP 1", GROSS, NOON))
                .to(NegotiationState.PAID, REP, NOON);
    }

    /** The hash of the quote that stands. */
    static ContentHash hash(Negotiation deal) {
        return deal.bargain().quote().orElseThrow().hash();
    }
}
