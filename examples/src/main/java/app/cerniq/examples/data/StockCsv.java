package app.cerniq.examples.data;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import io.vavr.control.Either;
import io.vavr.control.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Reads from CSV what another system says is on hand. There is no column for the unit: a SKU is counted in one unit, and
 * the catalogue knows it. So figures stay text until somebody asks the catalogue.
 */
public final class StockCsv {

    /** The header; its columns may stand in any order. */
    public static final List<String> COLUMNS = List.of("sku", "location", "on_hand");

    private static final String ON_HAND = "on_hand";

    private StockCsv() {}

    /** The lines of a file, good and bad; or why the file as a whole cannot be used. */
    public static Validation<List<CsvFault>, StockFile> read(Path file) {
        return CsvText.read(file)
                .fold(fault -> Validation.invalid(List.of(fault)), text -> stock(CsvTable.of(text, COLUMNS), text));
    }

    private static Validation<List<CsvFault>, StockFile> stock(CsvTable table, CsvText text) {
        var figures = new ArrayList<StockFile.Figure>();
        var met = new HashMap<Place, Long>();
        for (var row : table.rows()) {
            var sku = row.required("sku", Sku::parse);
            var location = row.required("location", LocationCode::parse);
            var onHand = row.required(ON_HAND, StockCsv::amount);
            sku.flatMap(one -> location.map(there -> new Place(one, there)))
                    .ifPresent(place -> row.uniqueTogether(List.of("sku", "location"), place, met));
            if (row.isSound()) {
                var place = new Place(sku.orElseThrow(), location.orElseThrow());
                figures.add(new StockFile.Figure(text.file(), row.line(), place, onHand.orElseThrow()));
            }
        }
        var faults = table.faults();
        return faults.stream().allMatch(CsvFault::isOfOneLine)
                ? Validation.valid(new StockFile(text.file(), figures, faults))
                : Validation.invalid(faults);
    }

    private static Either<InvalidValue, String> amount(String text) {
        return CsvRow.number(text)
                .mapLeft(fault -> new InvalidValue(
                        "stock amount", text, "a plain number of 0 or more such as 12.5, with a decimal point"));
    }
}
