package app.cerniq.domain.stock;

import java.time.Instant;

/**
 * A place fell to its threshold. Raised when it is crossed and not again before it was left.
 *
 * @param movement the number of the movement that crossed it
 * @param available what could still be promised then
 */
public record StockAlert(Place place, long movement, StockAmount available, StockAmount threshold, Instant at) {

    /** How bad it is. Source: specification section 3.5. */
    public enum Severity {
        /** Little is left. */
        HIGH,
        /** Nothing is left. */
        CRITICAL
    }

    public Severity severity() {
        return available.isNone() ? Severity.CRITICAL : Severity.HIGH;
    }
}
