package app.cerniq.examples.stock;

import app.cerniq.application.stock.SyncReport.Line;
import app.cerniq.application.stock.SyncReport.Outcome;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import app.cerniq.examples.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/** An import as a person wants to see it: what changes, line by line, then how many lines ended in which way. */
public final class ImportTable {

    private ImportTable() {}

    /** The lines of text. */
    public static List<String> of(StockImport done) {
        var report = done.report();
        var table = TextTable.of(
                TextTable.numbers("LINE"),
                TextTable.words("SKU"),
                TextTable.words("LOCATION"),
                TextTable.numbers("ON HAND"),
                TextTable.numbers(report.isApplied() ? "IS NOW" : "WOULD BE"),
                TextTable.numbers("CHANGE"),
                TextTable.words("NOTE"));
        report.lines().stream()
                .filter(line -> line.outcome() == Outcome.TAKEN_OVER || line.outcome() == Outcome.KEPT)
                .forEach(line -> row(table, line));
        var lines = new ArrayList<String>();
        if (!table.isEmpty()) {
            lines.addAll(table.lines());
            lines.add("");
        }
        lines.add(summary(done));
        return lines;
    }

    private static void row(TextTable table, Line line) {
        var after = line.after().orElseThrow();
        var before = line.before().orElse(StockAmount.none(after.unit()));
        table.row(
                Integer.toString(line.row().number()),
                line.place().sku().value(),
                line.place().location().value(),
                line.before().map(StockAmount::toString).orElse("–"),
                after.toString(),
                StockDifference.between(before, after).toString(),
                note(line));
    }

    private static String note(Line line) {
        if (line.outcome() == Outcome.KEPT) {
            return "stays, although the file says " + line.row().onHand();
        }
        var many = line.displaced().size();
        return many == 0 ? "" : many == 1 ? "takes back 1 hold" : "takes back " + many + " holds";
    }

    private static String summary(StockImport done) {
        var report = done.report();
        var taken = report.count(Outcome.TAKEN_OVER);
        var words = TextTable.count(taken) + (taken == 1 ? " figure" : " figures")
                + (report.isApplied() ? " taken over, " : " to take over, ")
                + TextTable.count(report.count(Outcome.KEPT)) + " kept, "
                + TextTable.count(report.count(Outcome.UNCHANGED)) + " unchanged, "
                + TextTable.count(done.badLines()) + " refused";
        return words + (report.isApplied() ? "." : "; nothing was written.");
    }
}
