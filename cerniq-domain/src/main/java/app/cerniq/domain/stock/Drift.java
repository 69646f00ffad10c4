package app.cerniq.domain.stock;

/**
 * A counter that does not agree with what it counts. There should never be one: somebody wrote past the library, or a
 * backup was restored in part.
 *
 * @param counted what the counter says
 * @param derived what the ledger or the reservations say
 */
public record Drift(Place place, Counter counter, StockAmount counted, StockAmount derived) {

    /** Which counter, and what it is compared with. */
    public enum Counter {
        /** On hand, against the sum of the ledger. */
        ON_HAND,
        /** Reserved, against the sum of the reservations that have not ended. */
        RESERVED,
        /** Reserved, against the sum of the ledger. */
        RESERVED_LEDGER
    }
}
