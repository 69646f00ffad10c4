package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stock commands refuse before any database is asked or started. */
class StockCommandTest {

    private static final String TENANT = "01a1fee4-0b04-7000-a069-c216987a9123";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void without_a_command_the_commands_are_listed() {
        assertThat(run("stock")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .isEqualTo("cerniq: A command is missing; accepted: import, levels. See cerniq stock --help."
                        + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            import                               | Missing required parameter: 'FILE'.
            import no.csv --conflicts nobody     | Invalid value for option '--conflicts': "nobody" is no answer; \
            accepted: erp-wins, local-wins, higher-wins, lower-wins, manual.
            import no.csv --tenant TENANT        | --tenant is accepted with --jdbc-url only, because it names what is there.
            import no.csv --schema x             | --schema is accepted with --jdbc-url only, because it names what is there.
            import no.csv --jdbc-url URL         | --jdbc-url needs --tenant: whose warehouse is it?
            import no.csv --jdbc-url URL --tenant me     | Invalid value for option '--tenant': "me" is no UUID; accepted: 32 hexadecimal \
            digits as in 01a1fee4-0b04-7000-a069-c216987a9123.
            """)
    void what_cannot_be_done_is_told_in_one_line(String arguments, String told) {
        assertThat(run(("stock "
                                + arguments.replace("TENANT", TENANT).replace("URL", "jdbc:postgresql://localhost:1/x"))
                        .split(" +")))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("cerniq: " + told).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | CSV_EMPTY: FILE: the file holds no lines below a header. Given: an empty file.
            sku,location,on_hand                 | CSV_EMPTY: FILE: the file holds no lines below a header. Given: only a header.
            sku;location;on_hand                 | CSV_WRONG_SEPARATOR: FILE, line 1: the columns are not parted by commas.
            sku,location,quantity                | CSV_WRONG_HEADER: FILE, line 1: the header is not the expected one.
            Sămânță                              | CSV_WRONG_HEADER: FILE, line 1: the header is not the expected one.
            """)
    void a_file_that_cannot_be_used_is_told_before_a_database_is_started(String text, String told) throws IOException {
        var file = Files.writeString(folder.resolve("stock.csv"), text);

        assertThat(run("stock", "import", file.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("cerniq: " + told.replace("FILE", file.toString()))
                .doesNotContain("Exception");
    }

    @Test
    void another_encoding_is_told_with_its_bytes() throws IOException {
        var file = Files.writeString(
                folder.resolve("stock.csv"), "sku,location,on_hand\nCÂMP,depot,1\n", StandardCharsets.ISO_8859_1);

        assertThat(run("stock", "import", file.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .startsWith("cerniq: CSV_NOT_UTF_8: " + file + ", line 2: the text is not UTF-8. Given: the bytes 0xC2")
                .hasLineCount(1);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        var file = folder.resolve("missing.csv");

        assertThat(run("stock", "import", file.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .startsWith("cerniq: CSV_UNREADABLE: " + file)
                .contains("no such file")
                .hasLineCount(1);
    }

    private int run(String... arguments) {
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
