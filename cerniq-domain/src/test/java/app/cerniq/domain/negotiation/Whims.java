package app.cerniq.domain.negotiation;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.CounterOffer.Side;
import app.cerniq.domain.negotiation.CounterOffer.Term;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.ReleaseReason;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What anybody may think of asking of a deal; a choice decides between arguments, good ones and bad ones. */
final class Whims {

    interface Whim {
        Either<NegotiationRefusal, Accepted> ask(Negotiation deal, Stamp stamp, int choice);
    }

    static final List<Whim> ALL = List.of(
            Whims::revise,
            Whims::reprice,
            Whims::request,
            Whims::grant,
            Whims::reject,
            Whims::counter,
            Whims::confirm,
            Whims::agree,
            Whims::recordProforma,
            Whims::acceptProforma,
            Whims::rejectProforma,
            Whims::recordInvoice,
            Whims::pay,
            Whims::recordStorno,
            Whims::handOver,
            Whims::handBack,
            Whims::updateClient,
            Whims::updateDetails,
            Whims::useSession,
            Whims::letTimePass,
            Whims::move,
            Whims::moveOnAStalePermit,
            Whims::hold,
            Whims::holdLess,
            Whims::release);

    private static final List<PricedOffering> SHELF = List.of(Goods.WHEAT_SEED, Goods.DRIP_TAPE, Goods.NOZZLE);
    /** Of nozzles no stock is kept here. */
    private static final Set<Sku> SERVICES = Set.of(Goods.NOZZLE.sku());

    private static final List<String> DISCOUNTS = List.of("0", "10", "15", "20", "30", "35", "41");
    private static final ContentHash LONG_AGO = ContentHash.of(List.of("a version of last week"));
    private static final Money GENEROUS = Money.ron("1000000.00");

    private Whims() {}

    /** An accepted decision with all that it means for the goods, of which there is always enough. */
    static Accepted followed(Negotiation deal, Stamp stamp, Accepted accepted) {
        var stocking = deal.stocking(stamp);
        var found = Holds.found(deal, stocking.needOf(accepted), SERVICES);
        return stocking.follow(accepted, found, timeIn(accepted.next().state()));
    }

    /** What the negotiation schema document says. */
    private static Optional<Duration> timeIn(NegotiationState state) {
        return switch (state) {
            case PROPOSAL -> Optional.of(Duration.ofMinutes(30));
            case NEGOTIATION -> Optional.of(Duration.ofHours(2));
            case CLOSING -> Optional.of(Duration.ofHours(24));
            case PROFORMA_SENT -> Optional.of(Duration.ofDays(7));
            case DISCOVERY, INVOICED, PAID, DEAD -> Optional.empty();
        };
    }

    /** The next sensible thing on the way to PAID. */
    static Either<NegotiationRefusal, Accepted> goOn(Negotiation deal, Stamp stamp, int choice) {
        return choice % 4 == 0 && timeIn(deal.state()).isPresent()
                ? hold(deal, stamp, 1)
                : goOnWithoutGoods(deal, stamp, choice);
    }

    private static Either<NegotiationRefusal, Accepted> goOnWithoutGoods(Negotiation deal, Stamp stamp, int choice) {
        var met = deal.conditionsAt(stamp.at());
        return switch (deal.state()) {
            case DISCOVERY -> deal.bargain().lines().isEmpty() ? revise(deal, stamp, choice) : move(deal, stamp, 0);
            case PROPOSAL ->
                met.contains(MoveCondition.PRODUCT_CONFIRMED) ? move(deal, stamp, 0) : confirm(deal, stamp, 1);
            case NEGOTIATION ->
                met.contains(MoveCondition.AGREEMENT_REACHED) ? move(deal, stamp, 0) : agree(deal, stamp, 1);
            case CLOSING ->
                met.contains(MoveCondition.PROFORMA_CREATED)
                        ? move(deal, stamp, 0)
                        : recordProforma(deal, stamp, choice);
            case PROFORMA_SENT ->
                met.contains(MoveCondition.PROFORMA_ACCEPTED)
                        ? invoicedOrOn(deal, stamp, choice)
                        : acceptProforma(deal, stamp, choice);
            case INVOICED ->
                met.contains(MoveCondition.PAYMENT_CONFIRMED) || met.contains(MoveCondition.PAYMENT_FAILED)
                        ? move(deal, stamp, 0)
                        : paidOrReversed(deal, stamp, choice);
            case PAID, DEAD -> move(deal, stamp, 0);
        };
    }

    private static Either<NegotiationRefusal, Accepted> paidOrReversed(Negotiation deal, Stamp stamp, int choice) {
        return choice % 3 == 1 ? recordStorno(deal, stamp, choice) : pay(deal, stamp, choice);
    }

    private static Either<NegotiationRefusal, Accepted> invoicedOrOn(Negotiation deal, Stamp stamp, int choice) {
        return deal.documents().invoice().isPresent() ? move(deal, stamp, 0) : recordInvoice(deal, stamp, choice);
    }

    private static Either<NegotiationRefusal, Accepted> revise(Negotiation deal, Stamp stamp, int choice) {
        return deal.quoting(stamp).revise(wanted(choice), "on a whim", ticket(deal));
    }

    private static Either<NegotiationRefusal, Accepted> reprice(Negotiation deal, Stamp stamp, int choice) {
        return deal.quoting(stamp).reprice(choice % 3 == 0 ? List.of() : wanted(choice), ticket(deal));
    }

    private static Either<NegotiationRefusal, Accepted> request(Negotiation deal, Stamp stamp, int choice) {
        return deal.discounting(stamp).request(ticket(deal), wanted(choice), Judged::within, "on a whim");
    }

    private static Either<NegotiationRefusal, Accepted> grant(Negotiation deal, Stamp stamp, int choice) {
        var lowered = Optional.of(Percentage.of(DISCOUNTS.get(choice % DISCOUNTS.size())));
        return deal.discounting(stamp)
                .grant(waiting(deal), choice % 2 == 0 ? Optional.empty() : lowered, Judged::today, "on a whim");
    }

    private static Either<NegotiationRefusal, Accepted> reject(Negotiation deal, Stamp stamp, int choice) {
        return deal.discounting(stamp).reject(waiting(deal), "on a whim " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> counter(Negotiation deal, Stamp stamp, int choice) {
        var term = new Term(Goods.WHEAT_SEED.sku(), Money.ron("200.00"), Optional.empty());
        var side = choice % 2 == 0 ? Side.CUSTOMER : Side.SELLER;
        var offer = new CounterOffer(
                deal.bargain().offers() + 1, side, named(deal, choice), List.of(term), "on a whim", stamp.at());
        return deal.quoting(stamp).counter(offer, wanted(choice), ticket(deal));
    }

    private static Either<NegotiationRefusal, Accepted> confirm(Negotiation deal, Stamp stamp, int choice) {
        return deal.quoting(stamp).confirmProducts(named(deal, choice), choice % 7 == 0 ? Map.of() : Goods.positions());
    }

    private static Either<NegotiationRefusal, Accepted> agree(Negotiation deal, Stamp stamp, int choice) {
        return deal.quoting(stamp).agree(named(deal, choice), "message " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> recordProforma(Negotiation deal, Stamp stamp, int choice) {
        return deal.invoicing(stamp)
                .recordProforma(
                        "PF " + deal.version(), named(deal, choice), stamp.at().plus(Duration.ofDays(7)));
    }

    private static Either<NegotiationRefusal, Accepted> acceptProforma(Negotiation deal, Stamp stamp, int choice) {
        return deal.invoicing(stamp).acceptProforma("message " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> rejectProforma(Negotiation deal, Stamp stamp, int choice) {
        return deal.invoicing(stamp).rejectProforma("message " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> recordInvoice(Negotiation deal, Stamp stamp, int choice) {
        return deal.invoicing(stamp).recordInvoice("FCT " + choice, stamp.at());
    }

    private static Either<NegotiationRefusal, Accepted> pay(Negotiation deal, Stamp stamp, int choice) {
        var amount = choice % 3 == 0 ? Money.ron("1.00") : GENEROUS;
        return deal.invoicing(stamp).recordPayment("OP " + choice, amount, stamp.at());
    }

    private static Either<NegotiationRefusal, Accepted> recordStorno(Negotiation deal, Stamp stamp, int choice) {
        return deal.invoicing(stamp).recordStorno("STR " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> handOver(Negotiation deal, Stamp stamp, int choice) {
        return deal.handling(stamp).handOver(People.idOf(People.REP), "on a whim " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> handBack(Negotiation deal, Stamp stamp, int choice) {
        return deal.handling(stamp).handBack("on a whim " + choice);
    }

    private static Either<NegotiationRefusal, Accepted> updateClient(Negotiation deal, Stamp stamp, int choice) {
        return deal.handling(stamp).updateClient(choice % 5 == 0 ? ClientData.UNKNOWN : Deals.COMPANY);
    }

    private static Either<NegotiationRefusal, Accepted> updateDetails(Negotiation deal, Stamp stamp, int choice) {
        return deal.handling(stamp)
                .updateDetails(
                        Outlook.NEW,
                        Annotations.NONE,
                        deal.assignment(),
                        Optional.of(Percentage.ofBasisPoints(choice)),
                        Optional.empty());
    }

    private static Either<NegotiationRefusal, Accepted> useSession(Negotiation deal, Stamp stamp, int choice) {
        return deal.handling(stamp).useSession("mcp-" + choice);
    }

    private static Either<NegotiationRefusal, Accepted> hold(Negotiation deal, Stamp stamp, int choice) {
        var stocking = deal.stocking(stamp);
        var found = Holds.found(deal, stocking.needToHold(), SERVICES);
        return stocking.hold(named(deal, choice), found, timeToHold(deal));
    }

    /** Something else is put on the table and held in one breath, as where a quote is cut to what is there. */
    private static Either<NegotiationRefusal, Accepted> holdLess(Negotiation deal, Stamp stamp, int choice) {
        if (deal.heldAt(stamp.at()).isPresent() || timeIn(deal.state()).isEmpty()) {
            return hold(deal, stamp, choice);
        }
        return revise(deal, stamp, choice).flatMap(accepted -> {
            var stocking = deal.stocking(stamp);
            var found = Holds.found(deal, stocking.needFor(accepted), SERVICES);
            return stocking.holdToo(accepted, found, timeToHold(deal));
        });
    }

    private static Either<NegotiationRefusal, Accepted> release(Negotiation deal, Stamp stamp, int choice) {
        var reason = choice % 2 == 0 ? ReleaseReason.CANCELLED : ReleaseReason.DISPLACED;
        return deal.stocking(stamp).release(reason, "on a whim");
    }

    /** What has to be held of these lines. */
    static Map<Sku, Quantity> kept(List<QuoteLine> lines) {
        return lines.stream()
                .filter(line -> !SERVICES.contains(line.sku()))
                .collect(Collectors.toMap(QuoteLine::sku, QuoteLine::quantity));
    }

    private static Decision<Optional<Duration>> timeToHold(Negotiation deal) {
        return timeIn(deal.state()).map(Holds::forTime).orElseGet(Holds::notAtAll);
    }

    private static Either<NegotiationRefusal, Accepted> letTimePass(Negotiation deal, Stamp stamp, int choice) {
        if (choice % 2 == 0) {
            var due = new Deadline(DealTimer.STALLED, stamp.at().plusSeconds(choice % 3 - 1L));
            return deal.waiting(stamp).note(due, Holds.forTime(Duration.ofDays(3)));
        }
        var later = new Stamp(stamp.actor(), stamp.at().plus(McpSession.IDLE_LIMIT));
        return deal.waiting(choice % 3 == 0 ? stamp : later)
                .closeSession(deal.session().map(McpSession::id).orElse("mcp-0"));
    }

    private static Either<NegotiationRefusal, Accepted> move(Negotiation deal, Stamp stamp, int choice) {
        var open = Road.openFrom(deal, stamp.at());
        return open.isEmpty()
                ? moveOnAStalePermit(deal, stamp, choice)
                : advance(deal, stamp, Play.permit(deal, open.get(choice % open.size()), stamp.actor()), choice);
    }

    /** A permit of the deal's first day. */
    private static Either<NegotiationRefusal, Accepted> moveOnAStalePermit(Negotiation deal, Stamp stamp, int choice) {
        var states = NegotiationState.values();
        var before = Deals.opened().deal();
        return deal.version() == before.version()
                ? useSession(deal, stamp, choice)
                : advance(deal, stamp, Play.permit(before, states[choice % states.length], stamp.actor()), choice);
    }

    private static Either<NegotiationRefusal, Accepted> advance(
            Negotiation deal, Stamp stamp, TransitionPermit permit, int choice) {
        var outdated = deal.bargain().lines().stream()
                .filter(line -> choice % 2 == 0)
                .flatMap(line -> OutdatedPrice.of(line, Optional.empty()).stream())
                .toList();
        return deal.moving(stamp)
                .advance(permit, TransitionTrigger.USER_ACTION, "on a whim", Optional.of(LossReason.OTHER), outdated);
    }

    /** None to three lines, at any discount. */
    private static List<PricedLine> wanted(int choice) {
        var lines = IntStream.range(0, SHELF.size())
                .filter(shelf -> (choice >> shelf) % 2 == 1)
                .mapToObj(shelf -> Lines.of(
                        SHELF.get(shelf),
                        String.valueOf(1 + choice % 3),
                        DISCOUNTS.get((choice / 8 + shelf) % DISCOUNTS.size())));
        return Judged.lines(lines.toArray(QuoteLine[]::new));
    }

    private static ContentHash named(Negotiation deal, int choice) {
        return choice % 5 == 0
                ? LONG_AGO
                : deal.bargain().quote().map(quote -> quote.hash()).orElse(LONG_AGO);
    }

    private static DiscountRequestId ticket(Negotiation deal) {
        return new DiscountRequestId(new UUID(6, deal.version()));
    }

    private static DiscountRequestId waiting(Negotiation deal) {
        return deal.bargain().requests().stream()
                .map(DiscountRequest::id)
                .findFirst()
                .orElse(Deals.TICKET);
    }
}
