package app.cerniq.testkit.simulation;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.stock.StockInvariants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold of the goods, and that the books of the store are those of the sellers; every fault is a sentence. */
final class Audit {

    private final Market market;
    private final StockInvariants running;

    Audit(Market market) {
        this.market = market;
        this.running = new StockInvariants(market.storage, market.tenant);
    }

    /** I1 after every movement since the last look, while others work. One look at a time. */
    synchronized List<String> promises() {
        return running.look();
    }

    /**
     * Everything from the first movement on, once nobody works any more.
     *
     * @param at the latest instant of all clocks
     * @param end an instant after every hold
     */
    List<String> everything(Instant at, Instant end) {
        var invariants = new StockInvariants(market.storage, market.tenant);
        var faults = new ArrayList<>(invariants.audit(market.all, at));
        market.all.forEach(id -> unfaithful(id).ifPresent(faults::add));
        faults.addAll(unbooked());
        faults.addAll(invariants.leaks(ActorRef.of(People.SYSTEM), end));
        return faults;
    }

    /** I14: the deal is what its history says. */
    private Optional<String> unfaithful(NegotiationId id) {
        var negotiations = market.storage.negotiations();
        return Optional.of(negotiations.history(id))
                .map(Negotiation::fold)
                .filter(told -> !Optional.of(told).equals(negotiations.find(id)))
                .map(told -> "UNFAITHFUL: " + id + " is not what its history says.");
    }

    private List<String> unbooked() {
        var skus = market.goods.stream().map(offering -> offering.sku()).toList();
        return market.storage.stockLevels().positions(market.tenant, skus, Instant.EPOCH).values().stream()
                .filter(position -> onHand(position.levels()).compareTo(market.accounts.onHand(position.sku())) != 0)
                .map(position -> "OVERSOLD: of " + position.sku() + " " + onHand(position.levels())
                        + " are on hand, and the sellers know of " + market.accounts.onHand(position.sku()) + ".")
                .toList();
    }

    private static BigDecimal onHand(List<StockLevel> levels) {
        return levels.stream().map(level -> level.onHand().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
