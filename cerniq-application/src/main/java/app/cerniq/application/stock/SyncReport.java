package app.cerniq.application.stock;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockRefusal;
import java.util.List;
import java.util.Optional;

/**
 * What an import did, or would do.
 *
 * @param isApplied whether anything was written
 * @param lines one per row, in the order of the rows
 */
public record SyncReport(boolean isApplied, List<Line> lines) {
    public SyncReport {
        lines = List.copyOf(lines);
    }

    /** The rows that were refused. */
    public List<Line> bad() {
        return lines.stream().filter(line -> line.outcome() == Outcome.REFUSED).toList();
    }

    /** How many rows ended in some way. */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /**
     * One row.
     *
     * @param before what was on hand here; empty where nothing of the kind was ever booked
     * @param after what is on hand now, or would be
     * @param displaced the deals whose holds were taken back for it, or would be
     * @param refusal why not, where it was refused
     */
    public record Line(
            SyncOrder.Row row,
            Outcome outcome,
            Optional<StockAmount> before,
            Optional<StockAmount> after,
            List<NegotiationId> displaced,
            Optional<StockRefusal> refusal) {
        public Line {
            displaced = List.copyOf(displaced);
        }

        public Place place() {
            return row.place();
        }

        /** The same, where nobody's hold had to be taken back. */
        Line displacingNobody() {
            return new Line(row, outcome, before, after, List.of(), refusal);
        }
    }

    /** How a row ended. */
    public enum Outcome {
        /** Both sides said the same. */
        UNCHANGED,
        /** What the other system says holds now. */
        TAKEN_OVER,
        /** Both sides had changed it, and the figure here stays. */
        KEPT,
        /** The row cannot be taken over. */
        REFUSED
    }
}
