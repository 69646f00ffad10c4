package app.cerniq.testkit.simulation;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.ports.stock.Booking;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Whoever takes deliveries, carries goods about and sweeps up. For one thread. */
final class Storekeeper {

    private static final int MOST_BAGS = 60;
    private static final int BATCH = 50;
    private static final int PATIENCE = 200;

    private final Market market;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Long> refusals = new HashMap<>();

    Storekeeper(Market market, Clock clock, RandomGenerator random) {
        this.market = market;
        this.clock = clock;
        this.random = random;
    }

    Map<String, Long> refusals() {
        return refusals;
    }

    Outcome step() {
        var offering = market.goods.get(random.nextInt(market.goods.size()));
        var here = random.nextBoolean() ? LocationCode.PRINCIPAL : Market.DEPOT;
        var there = here.equals(Market.DEPOT) ? LocationCode.PRINCIPAL : Market.DEPOT;
        var quantity = Quantity.of(Integer.toString(1 + random.nextInt(MOST_BAGS)), Unit.BAG);
        var place = new Place(offering.sku(), here);
        return switch (random.nextInt(4)) {
            case 0 -> receive(place, quantity);
            case 1 -> book(new Booking.Transferred(place, new Place(offering.sku(), there), quantity));
            default -> sweep();
        };
    }

    private Outcome receive(Place place, Quantity quantity) {
        var outcome = book(new Booking.Received(place, quantity));
        if (outcome == Outcome.DONE) {
            market.accounts.in(place.sku(), quantity);
        }
        return outcome;
    }

    /** A booking whose answer was not heard is made again under its key. */
    private Outcome book(Booking.Entry entry) {
        var plain = Goods.booking(market.tenant, market.ids, List.of(entry));
        var booking = new Booking(
                plain.tenant(),
                plain.entries(),
                plain.reason(),
                plain.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                plain.key(),
                plain.fingerprint());
        var answer = Patience.keep(PATIENCE, () -> market.storage.inventory().book(booking));
        answer.peekLeft(refusal -> refusals.merge(refusal.code(), 1L, Long::sum));
        return answer.isRight() ? Outcome.DONE : Outcome.REFUSED;
    }

    private Outcome sweep() {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Patience.keep(
                PATIENCE,
                () -> market.storage
                        .reservations()
                        .releaseExpired(market.tenant, ActorRef.of(People.SYSTEM), at, BATCH));
        return Outcome.DONE;
    }
}
