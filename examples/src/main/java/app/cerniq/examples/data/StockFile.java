package app.cerniq.examples.data;

import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.examples.data.CsvFault.Kind;
import io.vavr.control.Either;
import java.util.List;

/**
 * What a file says is on hand.
 *
 * @param name as the caller named it
 * @param figures the lines that can be understood, in their order
 * @param faults what is wrong with the other lines, in their order
 */
public record StockFile(String name, List<Figure> figures, List<CsvFault> faults) {
    public StockFile {
        figures = List.copyOf(figures);
        faults = List.copyOf(faults);
    }

    /**
     * One line.
     *
     * @param file as the caller named it
     * @param line counted from 1
     * @param onHand a plain number of 0 or more, in the unit in which the SKU is counted
     */
    public record Figure(String file, long line, Place place, String onHand) {

        /** The figure in that unit; refuses more decimals than the unit allows. */
        public Either<CsvFault, StockAmount> in(Unit unit) {
            return StockAmount.parse(onHand, unit)
                    .mapLeft(refused ->
                            new CsvFault(Kind.INVALID_VALUE, file, line, "on_hand", onHand, refused.accepted()));
        }
    }
}
