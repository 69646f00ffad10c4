package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The goods held for a deal.
 *
 * @param reservations at least one, ordered by place; together exactly what the quote says of goods that are kept in
 *     stock
 * @param expiresAt from this instant on nothing is held any more, whether or not anybody has cleaned up
 */
public record Holding(List<Reservation> reservations, Instant expiresAt) {

    /** However a deal moves, what it holds is never cut shorter than this. Source: specification, C19. */
    public static final Duration LEAST_NOTICE = Duration.ofMinutes(30);

    public Holding {
        reservations = reservations.stream()
                .sorted(java.util.Comparator.comparing(Reservation::place))
                .toList();
        if (reservations.isEmpty()) {
            throw new IllegalArgumentException("Nothing is held by a holding without reservations.");
        }
    }

    public boolean isLiveAt(Instant at) {
        return at.isBefore(expiresAt);
    }

    public List<Reservation> of(Sku sku) {
        return reservations.stream()
                .filter(reservation -> reservation.sku().equals(sku))
                .toList();
    }

    /**
     * Until when the goods are held after a move: forwards at least for the time of the new state, backwards at most,
     * but never shorter than {@link #LEAST_NOTICE}, and never longer than before.
     */
    public Instant expiryAfterMove(boolean isForward, Duration timeToLive, Instant at) {
        if (isForward) {
            return latest(expiresAt, at.plus(timeToLive));
        }
        var shortened = latest(at.plus(timeToLive), at.plus(LEAST_NOTICE));
        return shortened.isBefore(expiresAt) ? shortened : expiresAt;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
