package app.cerniq.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.examples.data.CsvFault.Kind;
import io.vavr.control.Validation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file as a whole, or with the shape of its lines; shown on the customers' file. */
class CsvFileFaultsTest {

    private static final String HEADER = "name,cui,trade_register,street,city,county,email,phone\n";
    private static final String SOUND = "Lanul de Cobalt SRL,9021140379,,Șos. Brazdei nr. 4,Slobozia,Ialomița,,\n";

    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_not_there_is_told() {
        var file = folder.resolve("missing.csv");

        assertThat(CompaniesCsv.read(file).getError())
                .containsExactly(
                        new CsvFault(Kind.UNREADABLE, file.toString(), 0, "", "no such file", "a readable CSV file"));
    }

    @Test
    void a_directory_is_no_file() {
        assertThat(CompaniesCsv.read(folder).getError())
                .containsExactly(
                        new CsvFault(Kind.UNREADABLE, folder.toString(), 0, "", "a directory", "a readable CSV file"));
    }

    @Test
    void an_empty_file_is_told() {
        assertThat(faults(""))
                .containsExactly(
                        fault(
                                Kind.EMPTY,
                                0,
                                "an empty file",
                                "the header name,cui,trade_register,street,city,county,email,phone and at least one line below it"));
    }

    @Test
    void a_header_alone_is_told() {
        assertThat(faults(HEADER + "\n\n"))
                .containsExactly(
                        fault(
                                Kind.EMPTY,
                                0,
                                "only a header",
                                "the header name,cui,trade_register,street,city,county,email,phone and at least one line below it"));
    }

    @Test
    void more_than_sixteen_megabytes_are_not_read() {
        var faults = faults(HEADER + SOUND.repeat(250_000));

        assertThat(faults)
                .containsExactly(fault(Kind.TOO_LARGE, 0, "more than 16777216 bytes", "at most 16777216 bytes"));
    }

    @Test
    void text_that_is_not_utf_8_is_told_with_line_offset_and_bytes() {
        var latin2 = bytes(HEADER + "Sămânța SRL,9021140379,,A,B,C,,\n", Charset.forName("ISO-8859-2"));

        assertThat(read(latin2).getError())
                .containsExactly(fault(
                        Kind.NOT_UTF_8,
                        2,
                        "the bytes 0xE3 at offset 56",
                        "UTF-8, which spreadsheets call \"CSV UTF-8\""));
    }

    @Test
    void text_that_ends_within_a_character_is_not_utf_8() {
        var whole = bytes(HEADER + "ă", StandardCharsets.UTF_8);
        var cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(read(cut).getError())
                .containsExactly(fault(
                        Kind.NOT_UTF_8,
                        2,
                        "the bytes 0xC4 at offset 55",
                        "UTF-8, which spreadsheets call \"CSV UTF-8\""));
    }

    @Test
    void utf_16_is_not_utf_8() {
        assertThat(read(bytes(HEADER + SOUND, StandardCharsets.UTF_16)).getError())
                .containsExactly(fault(
                        Kind.NOT_UTF_8,
                        1,
                        "the bytes 0xFE at offset 0",
                        "UTF-8, which spreadsheets call \"CSV UTF-8\""));
    }

    @Test
    void a_byte_order_mark_is_accepted() {
        assertThat(read("\uFEFF" + HEADER + SOUND).get()).hasSize(1);
    }

    @Test
    void windows_line_ends_are_accepted() {
        assertThat(read((HEADER + SOUND).replace("\n", "\r\n"))).isEqualTo(read(HEADER + SOUND));
    }

    @Test
    void a_missing_last_line_end_is_accepted() {
        assertThat(read((HEADER + SOUND).stripTrailing())).isEqualTo(read(HEADER + SOUND));
    }

    @Test
    void columns_may_stand_in_any_order_and_case() {
        var shuffled = """
                Phone,email,COUNTY,city,street,trade_register,cui, name
                ,,Ialomița,Slobozia,Șos. Brazdei nr. 4,,9021140379,Lanul de Cobalt SRL
                """;

        assertThat(read(shuffled)).isEqualTo(read(HEADER + SOUND));
    }

    @Test
    void semicolons_are_recognised() {
        assertThat(faults((HEADER + SOUND).replace(',', ';')))
                .containsExactly(fault(Kind.WRONG_SEPARATOR, 1, "\";\"", "commas, and a point in decimals"));
    }

    @Test
    void tabs_are_recognised() {
        assertThat(faults((HEADER + SOUND).replace(',', '\t')))
                .containsExactly(fault(Kind.WRONG_SEPARATOR, 1, "a tab", "commas, and a point in decimals"));
    }

    @Test
    void a_file_without_a_header_is_told_once() {
        assertThat(faults(SOUND))
                .containsExactly(fault(
                        Kind.WRONG_HEADER, 1, SOUND.strip(), "name,cui,trade_register,street,city,county,email,phone"));
    }

    @Test
    void every_missing_unknown_and_repeated_column_is_told() {
        assertThat(faults("name,cui,street,city,city,judet,email,phone\na,b,c,d,e,f,g,h\n"))
                .containsExactly(
                        fault(Kind.WRONG_HEADER, 1, "no column trade_register", "a column trade_register"),
                        fault(Kind.WRONG_HEADER, 1, "no column county", "a column county"),
                        fault(Kind.WRONG_HEADER, 1, "a second column city", "each column once"),
                        fault(
                                Kind.WRONG_HEADER,
                                1,
                                "a column \"judet\"",
                                "only the columns name, cui, trade_register, street, city, county, email, phone"));
    }

    @Test
    void a_line_with_too_few_or_too_many_fields_is_told_with_its_fields() {
        assertThat(faults(HEADER + SOUND + "A SRL,9133504827\n" + "\n" + "B,9204781153,,Str. Unu, nr. 2,C,D,,,\n"))
                .containsExactly(
                        fault(
                                Kind.WRONG_FIELD_COUNT,
                                3,
                                "2 fields: A SRL,9133504827",
                                "8 fields; one that contains a comma stands in double quotes"),
                        fault(
                                Kind.WRONG_FIELD_COUNT,
                                5,
                                "10 fields: B,9204781153,,Str. Unu, nr. 2,C,D,,,",
                                "8 fields; one that contains a comma stands in double quotes"));
    }

    @Test
    void a_quote_that_is_never_closed_is_told_with_the_line_it_opens_on() {
        assertThat(faults(HEADER + SOUND + "\"B SRL,9133504827,,A,B,C,,\n" + SOUND))
                .extracting(CsvFault::kind, CsvFault::line)
                .containsExactly(tuple(Kind.BROKEN_QUOTES, 3L));
    }

    @Test
    void text_behind_a_closing_quote_is_told_beside_the_faults_before_it() {
        var faults = faults(HEADER + "A,1,,A,B,C,,\n" + "\"B\" SRL,9133504827,,A,B,C,,\n");

        assertThat(faults)
                .extracting(CsvFault::kind, CsvFault::line)
                .containsExactly(tuple(Kind.INVALID_VALUE, 2L), tuple(Kind.BROKEN_QUOTES, 3L));
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() {
        var faults = faults(HEADER + "\"A\nSRL\",9021140379,,A,B,C,,\n" + "B SRL,1,,A,B,C,,\n");

        assertThat(faults).extracting(CsvFault::line).containsExactly(2L, 4L);
    }

    @Test
    void a_fault_reads_as_one_line_even_where_the_value_has_many() {
        var fault = new CsvFault(Kind.INVALID_VALUE, "x.csv", 7, "name", "a\nb".repeat(60), "text");

        assertThat(fault.describe())
                .isEqualTo("CSV_INVALID_VALUE: x.csv, line 7, column name: the value is not valid. Given: "
                        + "a\\u000ab".repeat(26) + "a\\u000a …. Accepted: text.");
    }

    @Test
    void a_fault_of_the_whole_file_names_no_line() {
        assertThat(CsvFault.ofFile(Kind.UNREADABLE, "x.csv", "no such file", "a readable CSV file")
                        .describe())
                .isEqualTo(
                        "CSV_UNREADABLE: x.csv: the file cannot be read. Given: no such file. Accepted: a readable CSV"
                                + " file.");
    }

    private CsvFault fault(Kind kind, long line, String given, String accepted) {
        return new CsvFault(kind, folder.resolve("companies.csv").toString(), line, "", given, accepted);
    }

    private List<CsvFault> faults(String text) {
        return read(text).getError();
    }

    private Validation<List<CsvFault>, List<ClientData>> read(String text) {
        return read(bytes(text, StandardCharsets.UTF_8));
    }

    private Validation<List<CsvFault>, List<ClientData>> read(byte[] bytes) {
        try {
            return CompaniesCsv.read(Files.write(folder.resolve("companies.csv"), bytes));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
