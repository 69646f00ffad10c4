package app.cerniq.examples.stock;

import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.examples.text.TextTable;
import java.util.List;

/** What there is, place by place, as a person wants to see it. */
public final class LevelsTable {

    private LevelsTable() {}

    /** The lines of text. */
    public static List<String> of(List<StockLevel> levels) {
        var table = TextTable.of(
                TextTable.words("SKU"),
                TextTable.words("LOCATION"),
                TextTable.numbers("ON HAND"),
                TextTable.numbers("HELD"),
                TextTable.numbers("SAFETY"),
                TextTable.numbers("AVAILABLE"),
                TextTable.words("ON ITS WAY"),
                TextTable.words("NOTE"));
        levels.forEach(level -> table.row(
                level.place().sku().value(),
                level.place().location().value(),
                level.onHand().toString(),
                level.reserved().toString(),
                level.replenishment().safetyStock().toString(),
                level.available().toString(),
                level.replenishment()
                        .incoming()
                        .map(Replenishment.Incoming::toString)
                        .orElse("–"),
                note(level)));
        return table.lines();
    }

    private static String note(StockLevel level) {
        if (level.available().isNone()) {
            return "nothing left";
        } else if (level.isLow()) {
            return "low";
        }
        return level.isDueForReorder() ? "time to order" : "";
    }
}
