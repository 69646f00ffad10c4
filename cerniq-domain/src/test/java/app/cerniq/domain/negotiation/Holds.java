package app.cerniq.domain.negotiation;

import static app.cerniq.domain.shared.People.REP;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Goods held for deals, as if everything lay in the principal location and the rules said what a test wants. */
final class Holds {

    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    static final Duration TWO_HOURS = Duration.ofHours(2);

    /** Until when {@link #holding} holds. */
    static final Instant UNTIL = Deals.NOON.plus(TWO_HOURS);

    private Holds() {}

    /** What rules say that let goods be held for so long. */
    static Decision<Optional<Duration>> forTime(Duration time) {
        return decision(Optional.of(time));
    }

    /** What rules say that let nothing be held. */
    static Decision<Optional<Duration>> notAtAll() {
        return decision(Optional.empty());
    }

    private static Decision<Optional<Duration>> decision(Optional<Duration> time) {
        return new Decision<>(
                time,
                List.of("As the test wants."),
                List.of(new RuleName("TEST-3 goods are held for a while")),
                Deals.ID,
                new PackVersion("test"));
    }

    /** Everything that is needed, found in the principal location; the version of the deal is in the ids. */
    static Found found(Negotiation deal, Stocking.Need need) {
        return found(deal, need, Set.of());
    }

    /** The same, where of some products no stock is kept. */
    static Found found(Negotiation deal, Stocking.Need need, Set<Sku> services) {
        var reservations = new ArrayList<Reservation>();
        var unkept = new HashSet<Sku>();
        need.wanted().forEach((sku, quantity) -> {
            if (services.contains(sku)) {
                unkept.add(sku);
            } else {
                reservations.add(reservation(deal.version(), reservations.size(), sku, quantity));
            }
        });
        return new Found(reservations, unkept);
    }

    /** A reservation in the principal location. */
    static Reservation reservation(long version, int number, Sku sku, Quantity quantity) {
        return new Reservation(
                new ReservationId(new UUID(version, number)), new Place(sku, LocationCode.PRINCIPAL), quantity);
    }

    /** The deal after its goods were held at noon, for two hours. */
    static Negotiation holding(Negotiation deal) {
        return Answers.next(hold(deal, Deals.by(REP), TWO_HOURS));
    }

    static Either<NegotiationRefusal, Accepted> hold(Negotiation deal, Stamp stamp, Duration time) {
        var stocking = deal.stocking(stamp);
        return stocking.hold(Deals.hash(deal), found(deal, stocking.needToHold()), forTime(time));
    }

    /** A decision with all that it means for the goods, where rules hold them for a while in the next state. */
    static Accepted followed(
            Negotiation deal,
            Stamp stamp,
            Either<NegotiationRefusal, Accepted> decision,
            Optional<Duration> timeToLive) {
        var accepted = decision.getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        var stocking = deal.stocking(stamp);
        return stocking.follow(accepted, found(deal, stocking.needOf(accepted)), timeToLive);
    }
}
