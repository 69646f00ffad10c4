package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.simulator.world.Answer;
import app.cerniq.simulator.world.Seen;
import app.cerniq.simulator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I7: whatever is asked twice happens once. */
final class OneEffectPerKey implements Invariant {

    private record Keyed(TenantId tenant, String key) {}

    private record Effect(NegotiationId deal, long version, Seen by) {}

    private final Map<Keyed, Effect> effects = new HashMap<>();
    private final Stocktaking stocktaking;

    OneEffectPerKey(World world) {
        this.stocktaking = new Stocktaking(world);
    }

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String sentence() {
        return "One effect per idempotency key; the same command gets the same answer again, another one is refused.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        moment.changes().forEach(change -> effect(change).ifPresent(faults::add));
        moment.answers().forEach(answer -> answered(answer).ifPresent(faults::add));
        faults.addAll(stocktaking.follow(moment));
        return faults;
    }

    @Override
    public List<String> audit(Moment moment) {
        return stocktaking.compare();
    }

    private Optional<String> effect(DealChange change) {
        if (change.by().isEmpty()) {
            return Optional.empty();
        }
        var commit = DealBook.commit(change.by().get()).orElseThrow();
        var keyed =
                new Keyed(change.change().negotiation().tenant(), commit.key().value());
        var fresh = new Effect(
                change.change().negotiation(),
                change.change().version(),
                change.by().get());
        var before = effects.putIfAbsent(keyed, fresh);
        return before == null
                ? Optional.empty()
                : Optional.of("The key " + keyed.key() + " had two effects: version " + before.version() + " of "
                        + before.deal() + ", and version " + fresh.version() + " of " + fresh.deal() + ".");
    }

    private Optional<String> answered(Answer answer) {
        if (answer.errand().key().isEmpty()) {
            return Optional.empty();
        }
        var keyed = new Keyed(answer.errand().tenant(), answer.errand().key().get());
        var effect = Optional.ofNullable(effects.get(keyed));
        var receipt = answer.isYes() && answer.said().get() instanceof Receipt there
                ? Optional.of(there)
                : Optional.<Receipt>empty();
        if (effect.isEmpty()) {
            return receipt.map(promise -> "The key " + keyed.key() + " was answered with version " + promise.version()
                    + " of " + promise.negotiation() + ", which was never committed.");
        }
        var isOwner = effect.get().by().errand().filter(answer.errand()::equals).isPresent();
        if (!isOwner) {
            return receipt.map(granted ->
                    "The key " + keyed.key() + " was used for something else before, and that was not refused.");
        }
        var isSame = receipt.filter(
                        there -> there.negotiation().equals(effect.get().deal())
                                && there.version() == effect.get().version())
                .isPresent();
        return isSame || effect.get().by().at() > answer.askedAt()
                ? Optional.empty()
                : Optional.of("The key " + keyed.key() + " was committed, and asking again was answered with "
                        + answer.said() + ".");
    }
}
