package app.cerniq.application.stock;

import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.DisplaceHold;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Storage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/** Taking back promises that cannot be kept: whoever was promised last is told first. */
final class DisplacingHolds {

    private static final int MOST = 10_000;

    private final Storage storage;
    private final NegotiationDesk negotiations;

    DisplacingHolds(Storage storage, NegotiationDesk negotiations) {
        this.storage = storage;
        this.negotiations = negotiations;
    }

    /** The deals that would have to give way for no more to be promised at a place than this. */
    List<NegotiationId> newest(TenantId tenant, StockLevel level, StockAmount promisable, Instant at) {
        var reserved = level.reserved();
        var deals = new LinkedHashSet<NegotiationId>();
        for (var entry : storage.reservations().holding(tenant, level.place(), at, MOST)) {
            if (!promisable.isBelow(reserved)) {
                break;
            }
            deals.add(entry.negotiation());
            reserved = reserved.lessAtMost(StockAmount.of(entry.reservation().quantity()));
        }
        return List.copyOf(deals);
    }

    /** Releases the holds of these deals; one that holds nothing any more meanwhile is left alone. */
    void displace(Actor actor, IdempotencyKey key, List<NegotiationId> deals, Place place) {
        for (var id : deals) {
            negotiations
                    .find(id)
                    .ifPresent(deal -> negotiations.displaceHold(
                            new Ask(id, actor, keyFor(key, id), deal.version()),
                            new DisplaceHold("less of " + place + " was found than had been promised")));
        }
    }

    private static IdempotencyKey keyFor(IdempotencyKey key, NegotiationId id) {
        var suffix = "/" + id.value();
        var most = 200 - suffix.length();
        var start = key.value().length() > most ? key.value().substring(0, most) : key.value();
        return new IdempotencyKey(start + suffix);
    }
}
