package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static java.util.Map.entry;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.stock.ReleaseReason;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Every command, each with arguments that fit {@link Deals#waitingForADiscountIn} as far as its state lets them: only the
 * state can be a reason to refuse.
 */
final class Commands {

    interface Command extends BiFunction<Negotiation, Stamp, Either<NegotiationRefusal, Accepted>> {}

    private static final Map<String, Command> ALL = Map.ofEntries(
            entry(
                    "Quoting.revise",
                    (deal, stamp) ->
                            deal.quoting(stamp).revise(Judged.lines(Deals.WHEAT), "without drip tape", Deals.TICKET)),
            entry(
                    "Quoting.reprice",
                    (deal, stamp) ->
                            deal.quoting(stamp).reprice(Judged.lines(Lines.of(WHEAT_SEED, "40", "12")), Deals.TICKET)),
            entry(
                    "Quoting.counter",
                    (deal, stamp) -> deal.quoting(stamp).counter(offer(deal), List.of(), Deals.TICKET)),
            entry(
                    "Quoting.confirmProducts",
                    (deal, stamp) -> deal.quoting(stamp).confirmProducts(quoteOf(deal), Goods.positions())),
            entry("Quoting.agree", (deal, stamp) -> deal.quoting(stamp).agree(quoteOf(deal), "message 18")),
            entry(
                    "Discounting.request",
                    (deal, stamp) -> deal.discounting(stamp)
                            .request(Deals.TICKET, List.of(tooMuchForAManager()), Judged::within, "once more")),
            entry(
                    "Discounting.grant",
                    (deal, stamp) ->
                            deal.discounting(stamp).grant(Deals.WAITING, Optional.empty(), Judged::today, "granted")),
            entry("Discounting.reject", (deal, stamp) -> deal.discounting(stamp).reject(Deals.WAITING, "no")),
            entry(
                    "Invoicing.recordProforma",
                    (deal, stamp) -> deal.invoicing(stamp).recordProforma("PF 2", quoteOf(deal), Deals.PROFORMA_ENDS)),
            entry(
                    "Invoicing.acceptProforma",
                    (deal, stamp) -> deal.invoicing(stamp).acceptProforma("signed")),
            entry(
                    "Invoicing.rejectProforma",
                    (deal, stamp) -> deal.invoicing(stamp).rejectProforma("too dear")),
            entry(
                    "Invoicing.recordInvoice",
                    (deal, stamp) -> accepted(deal).invoicing(stamp).recordInvoice("FCT 2", Deals.NOON)),
            entry(
                    "Invoicing.recordPayment",
                    (deal, stamp) -> deal.invoicing(stamp).recordPayment("OP 2", Money.ron("1.00"), Deals.NOON)),
            entry(
                    "Invoicing.recordStorno",
                    (deal, stamp) -> deal.invoicing(stamp).recordStorno("STR 1")),
            entry(
                    "Handling.handOver",
                    (deal, stamp) ->
                            deal.handling(stamp).handOver(People.idOf(People.MANAGER), "too large for the agent")),
            entry(
                    "Handling.handBack",
                    (deal, stamp) -> held(deal).handling(stamp).handBack("answered")),
            entry("Handling.updateClient", (deal, stamp) -> deal.handling(stamp).updateClient(ClientData.UNKNOWN)),
            entry(
                    "Handling.updateDetails",
                    (deal, stamp) -> deal.handling(stamp)
                            .updateDetails(
                                    Outlook.NEW,
                                    Annotations.NONE,
                                    Assignment.NOBODY,
                                    Optional.empty(),
                                    Optional.empty())),
            entry(
                    "Handling.erasePerson",
                    (deal, stamp) -> deal.handling(stamp).erasePerson(deal, new Redaction(Set.of()), Optional.empty())),
            entry("Handling.useSession", (deal, stamp) -> deal.handling(stamp).useSession("mcp-1")),
            entry(
                    "Stocking.hold",
                    (deal, stamp) -> deal.stocking(stamp)
                            .hold(
                                    quoteOf(deal),
                                    Holds.found(deal, deal.stocking(stamp).needToHold()),
                                    Holds.forTime(Holds.TWO_HOURS))),
            entry(
                    "Stocking.holdToo",
                    (deal, stamp) -> deal.handling(stamp)
                            .useSession("mcp-1")
                            .flatMap(accepted -> deal.stocking(stamp)
                                    .holdToo(
                                            accepted,
                                            Holds.found(
                                                    deal, deal.stocking(stamp).needFor(accepted)),
                                            Holds.forTime(Holds.TWO_HOURS)))),
            entry(
                    "Stocking.release",
                    (deal, stamp) -> Holds.holding(deal).stocking(stamp).release(ReleaseReason.CANCELLED, "no more")),
            entry(
                    "Moving.advance",
                    (deal, stamp) -> deal.moving(stamp)
                            .advance(
                                    Play.permit(deal, NegotiationState.DEAD, stamp.actor()),
                                    TransitionTrigger.USER_ACTION,
                                    "enough",
                                    Optional.empty())));

    private Commands() {}

    /** The command behind a class and a method of the aggregate. */
    static Command named(String name) {
        return Optional.ofNullable(ALL.get(name)).orElseThrow();
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    private static ContentHash quoteOf(Negotiation deal) {
        return Deals.hash(deal);
    }

    private static CounterOffer offer(Negotiation deal) {
        var term = new CounterOffer.Term(WHEAT_SEED.sku(), Money.ron("200.00"), Optional.empty());
        return new CounterOffer(
                1, CounterOffer.Side.CUSTOMER, quoteOf(deal), List.of(term), "la 200 le iau", Deals.NOON);
    }

    private static PricedLine tooMuchForAManager() {
        return Judged.as(DiscountTier.DIRECTOR, Lines.of(WHEAT_SEED, "40", "35"));
    }

    private static Negotiation accepted(Negotiation deal) {
        return deal.state() == NegotiationState.PROFORMA_SENT
                ? Answers.next(deal.invoicing(Deals.by(People.SYSTEM)).acceptProforma("signed"))
                : deal;
    }

    private static Negotiation held(Negotiation deal) {
        return deal.isHumanControlled() ? deal : Deals.handedOver(deal);
    }
}
