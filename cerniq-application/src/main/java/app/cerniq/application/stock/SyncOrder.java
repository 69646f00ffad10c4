package app.cerniq.application.stock;

import app.cerniq.domain.stock.ConflictPolicy;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import java.util.List;

/**
 * What another system says is on hand, and how to take it over. A bad row stops the whole import unless bad rows are
 * skipped.
 *
 * @param rows as they were read
 * @param conflicts what holds where both sides changed a figure since the last import
 * @param isDryRun whether nothing is to be written
 * @param skipsBad whether the good rows are imported although there are bad ones
 * @param displaces whether the newest holds are taken back where less is on hand than was promised; otherwise such a
 *     row is bad
 */
public record SyncOrder(
        List<Row> rows, ConflictPolicy conflicts, boolean isDryRun, boolean skipsBad, boolean displaces) {
    public SyncOrder {
        rows = List.copyOf(rows);
    }

    /** The usual import: the other system is right, and every row has to be good. */
    public static SyncOrder of(List<Row> rows) {
        return new SyncOrder(rows, ConflictPolicy.ERP_WINS, false, false, false);
    }

    public SyncOrder asDryRun() {
        return new SyncOrder(rows, conflicts, true, skipsBad, displaces);
    }

    public SyncOrder skippingBad() {
        return new SyncOrder(rows, conflicts, isDryRun, true, displaces);
    }

    public SyncOrder displacing() {
        return new SyncOrder(rows, conflicts, isDryRun, skipsBad, true);
    }

    public SyncOrder resolvingBy(ConflictPolicy policy) {
        return new SyncOrder(rows, policy, isDryRun, skipsBad, displaces);
    }

    /**
     * One figure.
     *
     * @param number where it stands in its source, 1 or more, so that a bad one can be found
     */
    public record Row(int number, Place place, StockAmount onHand) {}
}
