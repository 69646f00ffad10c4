package app.cerniq.domain.negotiation;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationEvent.HoldRescheduled;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockPosition;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The goods of a deal. What is held is always exactly what the current quote says of goods that are kept in stock (I2):
 * whatever changes the quote or the state changes what is held in the same breath, or is refused.
 */
public final class Stocking extends Conduct {

    Stocking(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
    }

    /**
     * The goods that have to be found for a decision to stand, by SKU.
     *
     * @param wanted in the order of the quote; empty where nothing has to be found
     * @param replaced reservations that are given back with the decision, so that their goods count as there
     */
    public record Need(Map<Sku, Quantity> wanted, List<Reservation> replaced) {
        public Need {
            wanted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
            replaced = List.copyOf(replaced);
        }
    }

    /** What has to be found to hold the goods of the quote as it stands; what is held already need not be. */
    public Need needToHold() {
        return need(deal.bargain().lines(), live());
    }

    /** What has to be found to hold the goods of the quote that a decision puts on the table. */
    public Need needFor(Accepted accepted) {
        return need(accepted.next().bargain().lines(), live());
    }

    /** What has to be found for the deal to go where an accepted decision takes it. */
    public Need needOf(Accepted accepted) {
        var held = live();
        var lines = accepted.next().bargain().lines();
        if (sells(accepted) && held.isEmpty()) {
            return need(lines, Optional.empty());
        }
        return held.isPresent() && revises(accepted) ? need(lines, held) : new Need(Map.of(), List.of());
    }

    private static Need need(List<QuoteLine> lines, Optional<Holding> held) {
        var wanted = new LinkedHashMap<Sku, Quantity>();
        var replaced = new ArrayList<>(held.map(Holding::reservations).orElse(List.of()));
        for (var line : lines) {
            var there = held.map(holding -> holding.of(line.sku())).orElse(List.of());
            if (isExactly(line.quantity(), there)) {
                replaced.removeAll(there);
            } else {
                wanted.put(line.sku(), line.quantity());
            }
        }
        return new Need(wanted, replaced);
    }

    /** Why goods cannot be held for exactly the named quote, whatever there is of them; or nothing. */
    public Optional<NegotiationRefusal> holdFault(ContentHash named, Decision<Optional<Duration>> timeToLive) {
        if (deal.bargain().lines().isEmpty()) {
            return Optional.of(new NegotiationRefusal.EmptyQuote("hold goods"));
        }
        if (!deal.stock().sold().isEmpty()) {
            return Optional.of(new NegotiationRefusal.NoHoldInState(deal.state(), List.of("The goods were sold.")));
        }
        var current = deal.bargain().quote().orElseThrow().hash();
        if (!current.equals(named)) {
            return Optional.of(new NegotiationRefusal.QuoteChanged(named, current));
        }
        return timeToLive.outcome().isEmpty()
                ? Optional.of(new NegotiationRefusal.NoHoldInState(deal.state(), timeToLive.reasons()))
                : Optional.empty();
    }

    /**
     * Holds the goods of exactly the named quote; goods that are held already are held on, and never for less long.
     *
     * @param found what was found of {@link #needToHold}
     * @param timeToLive how long the rules hold goods in this state; empty where they do not
     */
    public Either<NegotiationRefusal, Accepted> hold(
            ContentHash named, Found found, Decision<Optional<Duration>> timeToLive) {
        return unlessOverruled(() -> holdFault(named, timeToLive)
                .or(() -> nothingToHold(deal, found))
                .map(Conduct::no)
                .orElseGet(() -> yes(held(needToHold(), found, timeToLive))
                        .peek(accepted -> checked(accepted, found.unkept()))));
    }

    /** Holds the goods of the quote that a decision puts on the table, as part of the same change. */
    public Either<NegotiationRefusal, Accepted> holdToo(
            Accepted accepted, Found found, Decision<Optional<Duration>> timeToLive) {
        return nothingToHold(accepted.next(), found)
                .map(Conduct::no)
                .orElseGet(() -> Either.right(
                        checked(accepted.and(held(needFor(accepted), found, timeToLive)), found.unkept())));
    }

    private List<NegotiationEvent> held(Need need, Found found, Decision<Optional<Duration>> timeToLive) {
        var until = stamp.at().plus(timeToLive.outcome().orElseThrow());
        var expiresAt = live().map(Holding::expiresAt).filter(until::isBefore).orElse(until);
        var events = new ArrayList<>(lapsed(deal));
        events.add(new StockHeld(found.reservations(), ids(need.replaced()), expiresAt));
        return events;
    }

    /**
     * The end of a hold whose time is up: it ends with whatever happens next to the deal, so that a host whose clock is
     * behind cannot extend what the quote may no longer say.
     */
    private List<NegotiationEvent> lapsed(Negotiation there) {
        return there.stock()
                .held()
                .filter(holding -> !holding.isLiveAt(stamp.at()))
                .map(holding -> List.<NegotiationEvent>of(
                        new StockReleased(ids(holding.reservations()), ReleaseReason.EXPIRED, "")))
                .orElse(List.of());
    }

    private static Optional<NegotiationRefusal> nothingToHold(Negotiation deal, Found found) {
        var quote = deal.bargain().quote().orElseThrow();
        return quote.lines().stream().allMatch(line -> found.unkept().contains(line.sku()))
                ? Optional.of(new NegotiationRefusal.NothingToHold(quote.hash()))
                : Optional.empty();
    }

    /** Gives back what is held, because somebody says so. */
    public Either<NegotiationRefusal, Accepted> release(ReleaseReason reason, String note) {
        return unlessOverruled(() -> live().map(held -> yes(new StockReleased(ids(held.reservations()), reason, note)))
                .orElseGet(() -> no(new NegotiationRefusal.NothingHeld("release goods"))));
    }

    /**
     * An accepted decision with all that it means for the goods.
     *
     * @param found what was found of {@link #needOf}
     * @param timeToLive how long the rules hold goods in the state that the decision leads to
     */
    public Accepted follow(Accepted accepted, Found found, Optional<Duration> timeToLive) {
        var current = accepted.and(lapsed(accepted.next()));
        var held = live();
        if (sells(accepted)) {
            return sold(current, held, found.reservations());
        }
        if (dies(accepted) && !deal.stock().sold().isEmpty()) {
            return current.and(List.of(new StockReturned(deal.stock().sold())));
        }
        return held.map(holding -> following(current, holding, found, timeToLive))
                .orElse(current);
    }

    private static Accepted sold(Accepted accepted, Optional<Holding> held, List<Reservation> found) {
        var leaving = held.map(Holding::reservations).orElse(List.of());
        return leaving.isEmpty() && found.isEmpty() ? accepted : accepted.and(List.of(new StockSold(leaving, found)));
    }

    private Accepted following(Accepted accepted, Holding held, Found found, Optional<Duration> timeToLive) {
        if (revises(accepted)) {
            return reallocated(accepted, held, found);
        }
        if (!moves(accepted)) {
            return accepted;
        }
        if (dies(accepted) || timeToLive.isEmpty()) {
            return released(accepted, held, dies(accepted) ? ReleaseReason.DEAD : ReleaseReason.LEFT);
        }
        var isForward = accepted.next().state().compareTo(deal.state()) > 0;
        var expiresAt = held.expiryAfterMove(isForward, timeToLive.get(), stamp.at());
        return expiresAt.equals(held.expiresAt())
                ? accepted
                : accepted.and(List.of(new HoldRescheduled(ids(held.reservations()), expiresAt)));
    }

    private static Accepted released(Accepted accepted, Holding held, ReleaseReason reason) {
        return accepted.and(List.of(new StockReleased(ids(held.reservations()), reason, "")));
    }

    private Accepted reallocated(Accepted accepted, Holding held, Found found) {
        var added = found.reservations();
        var need = need(accepted.next().bargain().lines(), Optional.of(held));
        if (added.isEmpty() && need.replaced().isEmpty()) {
            return accepted;
        }
        if (added.isEmpty() && need.replaced().size() == held.reservations().size()) {
            return released(accepted, held, ReleaseReason.REPLACED);
        }
        return checked(
                accepted.and(List.of(new StockHeld(added, ids(need.replaced()), held.expiresAt()))), found.unkept());
    }

    /** I2: a holding that is not the quote is broken machinery, not a refusal. */
    private Accepted checked(Accepted accepted, Set<Sku> unkept) {
        var holding = accepted.next().heldAt(stamp.at()).orElseThrow();
        var quoted = new HashSet<Sku>();
        for (var line : accepted.next().bargain().lines()) {
            quoted.add(line.sku());
            if (!unkept.contains(line.sku()) && !isExactly(line.quantity(), holding.of(line.sku()))) {
                throw new IllegalStateException(
                        "Held of " + line.sku() + ": " + holding.of(line.sku()) + ", quoted: " + line.quantity() + ".");
            }
        }
        if (!holding.reservations().stream().allMatch(reservation -> quoted.contains(reservation.sku()))) {
            throw new IllegalStateException("Goods are held that are not quoted: " + holding + ".");
        }
        return accepted;
    }

    /** What is missing of some lines, or nothing where there is enough of each. */
    public static Optional<NegotiationRefusal> shortage(List<QuoteLine> lines, Map<Sku, StockPosition> positions) {
        var missing = lines.stream()
                .filter(line -> !positions.containsKey(line.sku())
                        || !positions.get(line.sku()).covers(line.quantity()))
                .map(line -> shortage(line, Optional.ofNullable(positions.get(line.sku()))))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new NegotiationRefusal.NotEnoughStock(missing));
    }

    private static Shortage shortage(QuoteLine line, Optional<StockPosition> position) {
        return new Shortage(
                line.sku(),
                line.quantity(),
                position.map(StockPosition::available)
                        .orElse(StockAmount.none(line.quantity().unit())),
                position.flatMap(StockPosition::nextIncoming),
                List.of());
    }

    /** What lines ask for, by SKU, in their order. */
    public static Map<Sku, Quantity> quantities(List<QuoteLine> lines) {
        var quantities = new LinkedHashMap<Sku, Quantity>();
        lines.forEach(line -> quantities.put(line.sku(), line.quantity()));
        return quantities;
    }

    private Optional<Holding> live() {
        return deal.heldAt(stamp.at());
    }

    private boolean sells(Accepted accepted) {
        return moves(accepted)
                && accepted.next().state() == NegotiationState.INVOICED
                && deal.stock().sold().isEmpty();
    }

    private boolean moves(Accepted accepted) {
        return accepted.next().state() != deal.state();
    }

    /** Whether another quote is on the table, for which nothing is held yet. */
    private static boolean revises(Accepted accepted) {
        var events = accepted.change().events();
        return events.stream().anyMatch(QuoteRevised.class::isInstance)
                && events.stream().noneMatch(StockHeld.class::isInstance);
    }

    private static boolean dies(Accepted accepted) {
        return accepted.next().state() == NegotiationState.DEAD;
    }

    private static List<ReservationId> ids(List<Reservation> reservations) {
        return reservations.stream().map(Reservation::id).toList();
    }

    private static boolean isExactly(Quantity wanted, List<Reservation> held) {
        return !held.isEmpty()
                && held.stream()
                        .map(Reservation::quantity)
                        .reduce(Quantity::plus)
                        .filter(wanted::equals)
                        .isPresent();
    }
}
