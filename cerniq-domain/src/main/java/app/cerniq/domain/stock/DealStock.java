package app.cerniq.domain.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The goods of a deal: held, sold, or neither; never both.
 *
 * @param held what was held last; look at {@link #heldAt} for whether it still is
 * @param sold what left with the invoice and has not come back
 */
public record DealStock(Optional<Holding> held, List<Reservation> sold) {

    public static final DealStock NONE = new DealStock(Optional.empty(), List.of());

    public DealStock {
        sold = List.copyOf(sold);
        if (held.isPresent() && !sold.isEmpty()) {
            throw new IllegalArgumentException("Goods are held for a deal or were sold with it, not both.");
        }
    }

    /** What is held at an instant; empty where the time is up. */
    public Optional<Holding> heldAt(Instant at) {
        return held.filter(holding -> holding.isLiveAt(at));
    }

    public DealStock holding(Holding holding) {
        return new DealStock(Optional.of(holding), sold);
    }

    public DealStock released() {
        return new DealStock(Optional.empty(), sold);
    }

    public DealStock selling(List<Reservation> leaving) {
        return new DealStock(Optional.empty(), leaving);
    }
}
