package app.cerniq.application.negotiation;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.negotiation.Allocating;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.Stocking;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks where the goods for a deal are. Nothing is taken by looking. */
final class FindingGoods {

    private final Storage storage;
    private final Allocating allocating;

    FindingGoods(Storage storage, AllocationStrategy strategy, Ids ids) {
        this.storage = storage;
        this.allocating = new Allocating(strategy, ids::next);
    }

    /** What there is of what is needed, as if what is given back with the decision were back already. */
    Map<Sku, StockPosition> positions(Situation situation, Stocking.Need need) {
        var tenant = situation.deal().id().tenant();
        var positions = new HashMap<Sku, StockPosition>();
        storage.stockLevels()
                .positions(tenant, need.wanted().keySet(), situation.stamp().at())
                .forEach((sku, position) -> positions.put(sku, position.without(need.replaced())));
        return positions;
    }

    Either<NegotiationRefusal, Found> find(Situation situation, Stocking.Need need) {
        return find(need, positions(situation, need));
    }

    Either<NegotiationRefusal, Found> find(Stocking.Need need, Map<Sku, StockPosition> positions) {
        return allocating.find(need, positions);
    }

    /** A refusal for want of goods, with the substitutes of which there is enough; any other one as it is. */
    NegotiationRefusal advised(Situation situation, NegotiationRefusal refusal) {
        if (!(refusal instanceof NotEnoughStock missing)) {
            return refusal;
        }
        var tenant = situation.deal().id().tenant();
        var skus = missing.shortages().stream().map(Shortage::sku).toList();
        var substitutes = storage.offerings().substitutes(tenant, skus);
        var instead = substitutes.values().stream()
                .flatMap(List::stream)
                .map(Substitute::sku)
                .distinct()
                .toList();
        if (instead.isEmpty()) {
            return refusal;
        }
        var positions = storage.stockLevels()
                .positions(tenant, instead, situation.stamp().at());
        return new NotEnoughStock(missing.shortages().stream()
                .map(shortage -> shortage.withSubstitutes(substitutes.getOrDefault(shortage.sku(), List.of()).stream()
                        .map(Substitute::sku)
                        .filter(sku -> hasEnough(Optional.ofNullable(positions.get(sku)), shortage))
                        .toList()))
                .toList());
    }

    private static boolean hasEnough(Optional<StockPosition> position, Shortage shortage) {
        return position.filter(there -> there.unit() == shortage.wanted().unit() && there.covers(shortage.wanted()))
                .isPresent();
    }
}
