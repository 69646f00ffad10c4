package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation without a database, and every way of asking for one that cannot be. */
class SimulateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void in_memory_nothing_is_sold_twice() {
        assertThat(run("--oversell", "--in-memory", "--operations", "3000", "--hosts", "4", "--seed", "5"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .startsWith(
                        "3,000 operations by 4 hosts on 4 products, clocks up to 5 s apart, no connection killed; seed"
                                + " 5; in memory")
                .containsPattern("\nOPERATIONS +3,000\n")
                .contains("Nothing was sold twice, nothing was promised twice, nothing is held for nobody.");
        assertThat(err.toString())
                .contains(" %  ", " of 3,000 operations, ")
                .contains("100 %  3,000 of 3,000 operations")
                .doesNotContain("\r", "\u001b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --in-memory                          | What shall be simulated? Accepted: --oversell.
            --oversell --operations 0            | --operations 0 is too few; accepted: 1 or more.
            --oversell --operations -5           | --operations -5 is too few; accepted: 1 or more.
            --oversell --operations many         | Invalid value for option '--operations': 'many' is not a long.
            --oversell --hosts 0                 | --hosts 0 is too few; accepted: 1 or more.
            --oversell --hosts 201               | --hosts 201 are too many; accepted: 1 to 200.
            --oversell --in-memory --kill        | --kill does not go with --in-memory: there is no connection.
            --oversell --in-memory --jdbc-url x  | --jdbc-url does not go with --in-memory: there is no connection.
            --oversell --schema Bad-Name         | A schema name is 1 to 63 lower-case letters, digits and underscores, \
            not starting with a digit; "Bad-Name" is not.
            """)
    void what_cannot_be_run_is_told_in_one_line(String arguments, String told) {
        assertThat(run(arguments.split(" +"))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo("cerniq: " + told + " See cerniq simulate --help." + System.lineSeparator());
    }

    private int run(String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = "simulate";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
