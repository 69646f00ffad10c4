package app.cerniq.testkit.simulation;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Allocating;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.negotiation.Stocking;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One seller: takes a deal as it stands, makes its next step, and commits it as a host would. For one thread. */
final class Seller {

    private static final int LONGEST_HOLD_MILLIS = 4_000;
    private static final int PATIENCE = 200;

    private final Market market;
    private final JumpingClock clock;
    private final RandomGenerator random;
    private final Allocating allocating;
    private final NextStep nextStep;
    private final Map<String, Long> refusals = new HashMap<>();
    private long sales;

    Seller(Market market, JumpingClock clock, RandomGenerator random) {
        this.market = market;
        this.clock = clock;
        this.random = random;
        this.allocating = new Allocating(AllocationStrategy.fewestLocations(), market.ids::next);
        this.nextStep = new NextStep(market, random, this::timeToLive);
    }

    Map<String, Long> refusals() {
        return refusals;
    }

    long sales() {
        return sales;
    }

    /** One step of one deal of the market, whichever it is. */
    Outcome step() {
        var slot = random.nextInt(market.deals.length());
        var id = market.deals.get(slot);
        var deal = Optional.ofNullable(id)
                .flatMap(known -> market.storage.negotiations().find(known));
        if (deal.isEmpty() || !deal.get().state().isActive()) {
            return begin(slot, id);
        }
        return step(deal.get());
    }

    private Outcome begin(int slot, @org.jspecify.annotations.Nullable NegotiationId over) { // null: the slot is new
        var lead = new app.cerniq.domain.negotiation.LeadId(market.ids.next());
        var opening = Play.opening(market.ids, market.tenant, lead);
        var outcome = commit(opening);
        if ((outcome == Outcome.DONE || outcome == Outcome.DONE_UNHEARD)) {
            market.all.add(opening.next().id());
            market.deals.compareAndSet(slot, over, opening.next().id());
        }
        return outcome;
    }

    private Outcome step(Negotiation deal) {
        var stamp = new Stamp(People.REP, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return nextStep.of(deal, stamp, need -> find(deal, stamp, need))
                .flatMap(accepted -> followed(deal, stamp, accepted))
                .fold(this::refused, this::commit);
    }

    /** What the engine's use cases do with every decision, without rules: the time is whatever chance says. */
    private Either<NegotiationRefusal, Accepted> followed(Negotiation deal, Stamp stamp, Accepted accepted) {
        var stocking = deal.stocking(stamp);
        var need = stocking.needOf(accepted);
        var found = need.wanted().isEmpty()
                ? Either.<NegotiationRefusal, Found>right(Found.NOTHING)
                : find(deal, stamp, need);
        return found.map(there -> stocking.follow(accepted, there, Optional.of(timeToLive())));
    }

    private Either<NegotiationRefusal, Found> find(Negotiation deal, Stamp stamp, Stocking.Need need) {
        var positions = new HashMap<app.cerniq.domain.catalog.Sku, StockPosition>();
        market.storage
                .stockLevels()
                .positions(deal.id().tenant(), need.wanted().keySet(), stamp.at())
                .forEach((sku, position) -> positions.put(sku, position.without(need.replaced())));
        return allocating.find(need, positions);
    }

    private Duration timeToLive() {
        return Duration.ofMillis(1 + random.nextInt(LONGEST_HOLD_MILLIS));
    }

    private Outcome refused(NegotiationRefusal refusal) {
        refusals.merge(refusal.code(), 1L, Long::sum);
        return Outcome.REFUSED;
    }

    private Outcome commit(Accepted accepted) {
        var commit = Play.commitOf(accepted, market.ids);
        try {
            var answer = market.storage.negotiations().commit(commit);
            if (answer.isLeft()) {
                return refused(answer.getLeft());
            }
            book(accepted);
            return Outcome.DONE;
        } catch (StorageUnavailable died) {
            return unheard(commit);
        }
    }

    /** The answer was not heard: the key tells whether it was done. */
    private Outcome unheard(Commit commit) {
        if (Patience.keep(PATIENCE, () -> remembers(commit.accepted().next().id(), commit.key()))) {
            book(commit.accepted());
            return Outcome.DONE_UNHEARD;
        }
        return Outcome.LOST;
    }

    private boolean remembers(NegotiationId id, IdempotencyKey key) {
        return market.storage.negotiations().remembered(id.tenant(), key).isPresent();
    }

    private void book(Accepted accepted) {
        for (var event : accepted.change().events()) {
            if (event instanceof StockSold sold) {
                sales++;
                market.accounts.out(sold.all());
            } else if (event instanceof StockReturned back) {
                market.accounts.back(back.returned());
            }
        }
    }
}
