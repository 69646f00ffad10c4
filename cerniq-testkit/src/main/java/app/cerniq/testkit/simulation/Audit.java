package app.cerniq.testkit.simulation;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.testkit.fixture.People;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what must not be; every fault is a sentence. */
final class Audit {

    private static final int PAGE = 10_000;

    private final Market market;

    Audit(Market market) {
        this.market = market;
    }

    /** I1 at any moment: no place has more promised than it has, even if nothing had expired. */
    List<String> promises() {
        return levels(Instant.EPOCH).stream()
                .filter(level -> level.onHand()
                        .lessAtMost(level.replenishment().safetyStock())
                        .isBelow(level.reserved()))
                .map(level -> "OVERSOLD: of " + level.place() + " " + level.reserved() + " are held and "
                        + level.onHand() + " are on hand.")
                .toList();
    }

    /** Everything, once nobody works any more. */
    List<String> everything(Instant end) {
        var faults = new ArrayList<String>(promises());
        market.all.forEach(id -> holds(id).ifPresent(faults::add));
        market.storage.inventory().drifts(market.tenant).forEach(drift -> faults.add("DRIFTED: " + drift));
        levels(Instant.EPOCH).forEach(level -> replay(level).ifPresent(faults::add));
        market.goods.forEach(offering -> {
            var kept = levels(Instant.EPOCH).stream()
                    .filter(level -> level.place().sku().equals(offering.sku()))
                    .map(level -> level.onHand().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var booked = market.accounts.onHand(offering.sku());
            if (kept.compareTo(booked) != 0) {
                faults.add("OVERSOLD: of " + offering.sku() + " " + kept + " are on hand, and the sellers know of "
                        + booked + ".");
            }
        });
        faults.addAll(leaks(end));
        return faults;
    }

    /** I2, and I14: what is held is what the deal says, and the deal is what its history says. */
    private Optional<String> holds(NegotiationId id) {
        var deal = market.storage.negotiations().find(id).orElseThrow();
        if (!Negotiation.fold(market.storage.negotiations().history(id)).equals(deal)) {
            return Optional.of("UNFAITHFUL: " + id + " is not what its history says.");
        }
        var active = market.storage.reservations().of(id).stream()
                .filter(entry -> entry.status() == Reservation.Status.ACTIVE)
                .toList();
        var held = deal.stock().held().map(holding -> holding.reservations()).orElse(List.of());
        var isKnown = active.stream().allMatch(entry -> held.contains(entry.reservation()));
        var isQuoted = held.stream()
                .allMatch(reservation -> deal.bargain().lines().stream()
                        .anyMatch(line -> line.sku().equals(reservation.sku())));
        return isKnown && (isQuoted || active.isEmpty())
                ? Optional.empty()
                : Optional.of("UNQUOTED: for " + id + " " + active + " are held, and it says " + held + ".");
    }

    /** The ledger from its first row on gives the counters. */
    private Optional<String> replay(StockLevel level) {
        var onHand = StockAmount.none(Unit.BAG);
        var reserved = StockDifference.between(onHand, onHand);
        var number = 0L;
        List<Movement> page;
        do {
            page = market.storage.inventory().movements(market.tenant, level.place(), number, PAGE);
            for (var movement : page) {
                if (movement.number() != number + 1) {
                    return Optional.of("LEDGER: " + level.place() + " has no movement " + (number + 1) + ".");
                }
                number = movement.number();
                onHand = movement.onHand().appliedTo(onHand);
                reserved = new StockDifference(
                        reserved.value().add(movement.reserved().value()), Unit.BAG);
            }
        } while (page.size() == PAGE);
        return onHand.equals(level.onHand())
                        && reserved.value().compareTo(level.reserved().value()) == 0
                ? Optional.empty()
                : Optional.of("LEDGER: " + level.place() + " replays to " + onHand + " and " + reserved + " held, but "
                        + level.onHand() + " and " + level.reserved() + " are kept.");
    }

    /** Once every time is up and swept, nothing is held. */
    private List<String> leaks(Instant end) {
        int ended;
        do {
            ended = market.storage.reservations().releaseExpired(market.tenant, ActorRef.of(People.SYSTEM), end, PAGE);
        } while (ended == PAGE);
        return levels(Instant.EPOCH).stream()
                .filter(level -> !level.reserved().isNone())
                .map(level -> "LEAKED: of " + level.place() + " " + level.reserved() + " are held for nobody.")
                .toList();
    }

    private List<StockLevel> levels(Instant at) {
        return market.storage.stockLevels().page(market.tenant, Optional.empty(), Optional.empty(), PAGE, at);
    }
}
