package app.cerniq.examples.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.examples.data.CsvFault.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another system says is on hand, as a file. */
class StockCsvTest {

    private static final String HEADER = "sku,location,on_hand\n";

    private static final String NUMBER = "a plain number of 0 or more such as 12.5, with a decimal point";

    @TempDir
    private Path folder;

    @Test
    void every_line_is_a_figure_at_a_place() throws IOException {
        var read = read("on_hand,sku,location\n12.5, ING-UREE ,depot\n0,SEM-GRAU,principal\n");

        assertThat(read.figures())
                .containsExactly(
                        new StockFile.Figure(name(), 2, place("ING-UREE", "depot"), "12.5"),
                        new StockFile.Figure(name(), 3, place("SEM-GRAU", "principal"), "0"));
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void good_lines_are_read_although_there_are_bad_ones() throws IOException {
        var read = read(
                HEADER + "A-1,depot,-5\nA-2,depot,1 000\nA-3,not a place,5\n\"A 4\",depot,5\nA-5,depot\nA-6,depot,6\n");

        assertThat(read.figures()).extracting(StockFile.Figure::line).containsExactly(7L);
        assertThat(read.faults())
                .containsExactly(
                        fault(Kind.INVALID_VALUE, 2, "on_hand", "-5", NUMBER),
                        fault(Kind.INVALID_VALUE, 3, "on_hand", "1 000", NUMBER),
                        fault(
                                Kind.INVALID_VALUE,
                                4,
                                "location",
                                "not a place",
                                "1 to 40 letters, digits, dots, dashes or underscores"),
                        fault(
                                Kind.INVALID_VALUE,
                                5,
                                "sku",
                                "A 4",
                                "1 to 64 letters, digits, dots, dashes, underscores or slashes"),
                        fault(
                                Kind.WRONG_FIELD_COUNT,
                                6,
                                "",
                                "2 fields: A-5,depot",
                                "3 fields; one that contains a comma stands in double quotes"));
    }

    @Test
    void the_same_place_twice_is_told_with_the_earlier_line() throws IOException {
        var read = read(HEADER + "A-1,depot,5\nA-1,principal,5\nA-1,depot,6\n");

        assertThat(read.figures()).extracting(StockFile.Figure::line).containsExactly(2L, 3L);
        assertThat(read.faults())
                .containsExactly(fault(
                        Kind.DUPLICATE, 4, "sku and location", "A-1 at depot", "values of its own; line 2 has these"));
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_cannot_be_used_at_all() throws IOException {
        assertThat(faults(HEADER + "A-1,depot,5\n\"A-2,depot,5\n"))
                .extracting(CsvFault::kind)
                .containsExactly(Kind.BROKEN_QUOTES);
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        assertThat(faults("")).extracting(CsvFault::kind).containsExactly(Kind.EMPTY);
        assertThat(faults(HEADER)).extracting(CsvFault::kind).containsExactly(Kind.EMPTY);
    }

    @Test
    void another_header_is_told() throws IOException {
        assertThat(faults("sku,location,quantity\nA-1,depot,5\n"))
                .extracting(CsvFault::describe)
                .containsExactly(
                        "CSV_WRONG_HEADER: " + name() + ", line 1: the header is not the expected one. Given: no column"
                                + " on_hand. Accepted: a column on_hand.",
                        "CSV_WRONG_HEADER: " + name() + ", line 1: the header is not the expected one. Given: a column"
                                + " \"quantity\". Accepted: only the columns sku, location, on_hand.");
    }

    @Test
    void another_separator_is_told() throws IOException {
        assertThat(faults("sku;location;on_hand\nA-1;depot;5\n"))
                .extracting(CsvFault::kind)
                .containsExactly(Kind.WRONG_SEPARATOR);
    }

    @Test
    void another_encoding_is_told() throws IOException {
        var file = write(HEADER + "CÂMP,depot,5\n", StandardCharsets.ISO_8859_1);

        assertThat(StockCsv.read(file).getError()).extracting(CsvFault::kind).containsExactly(Kind.NOT_UTF_8);
    }

    @Test
    void a_figure_has_no_more_decimals_than_the_unit_of_its_sku() {
        var figure = new StockFile.Figure("file.csv", 2, place("A-1", "depot"), "12.5");

        assertThat(figure.in(Unit.TONNE).get()).isEqualTo(StockAmount.of("12.5", Unit.TONNE));
        assertThat(figure.in(Unit.BAG).getLeft())
                .isEqualTo(new CsvFault(
                        Kind.INVALID_VALUE,
                        "file.csv",
                        2,
                        "on_hand",
                        "12.5",
                        "a number of 0 or more with at most 0 decimals of sac"));
    }

    private StockFile read(String text) throws IOException {
        return StockCsv.read(write(text, StandardCharsets.UTF_8)).get();
    }

    private List<CsvFault> faults(String text) throws IOException {
        return StockCsv.read(write(text, StandardCharsets.UTF_8)).getError();
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("stock.csv"), text, charset);
    }

    private CsvFault fault(Kind kind, long line, String column, String given, String accepted) {
        return new CsvFault(kind, name(), line, column, given, accepted);
    }

    private String name() {
        return folder.resolve("stock.csv").toString();
    }

    private static Place place(String sku, String location) {
        return new Place(new Sku(sku), new LocationCode(location));
    }
}
