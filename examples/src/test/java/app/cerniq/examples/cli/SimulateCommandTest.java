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

    @Test
    void seeds_hold_every_invariant_and_the_summary_says_what_happened() {
        assertThat(run("--seeds", "6", "--steps", "120", "--seed", "11"))
                .as(out.toString())
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .startsWith("6 SEEDS")
                .containsPattern("\n  steps +720\n")
                .containsPattern("\n  accepted +[1-9]")
                .containsPattern("\n  STALE_VERSION +[1-9]")
                .containsPattern("\n  the answer was lost after it was done +[1-9]")
                .containsPattern("\n  QuoteRevised +[1-9]")
                .containsPattern("\n  I14 +[1-9]")
                .contains("720 steps in ")
                .endsWith("Every invariant held after every turn." + System.lineSeparator());
        assertThat(err.toString()).contains("100 %  6 of 6 seeds, ");
    }

    @Test
    void one_seed_tells_its_trace_the_same_every_time() {
        run("--seed", "3", "--steps", "40", "--without", "7-9", "--trace");
        var first = out.toString()
                .lines()
                .filter(line -> line.matches("[0-9.]+ [AB] host .*"))
                .toList();
        out.getBuffer().setLength(0);
        run("--seed", "3", "--steps", "40", "--without", "7-9", "--trace");

        assertThat(out.toString().lines().filter(line -> line.matches("[0-9.]+ [AB] host .*")))
                .isEqualTo(first)
                .hasSizeGreaterThan(10)
                .noneMatch(line -> line.startsWith("7 ") || line.startsWith("8 "));
    }

    @Test
    void a_corpus_that_cannot_be_written_is_refused_before_anything_runs() {
        assertThat(run("--seed", "1", "--corpus", "/nowhere/corpus.txt")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("/nowhere/corpus.txt").contains("a file that can be written");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --in-memory                          | --in-memory goes with --oversell only.
            --kill                               | --kill goes with --oversell or --postgres only: elsewhere there is \
            no connection.
            --operations 5                       | --operations goes with --oversell only.
            --oversell --trace                   | --trace does not go with --oversell.
            --seeds 0                            | --seeds 0 is too few; accepted: 1 to 1000000.
            --seeds 2000000                      | --seeds 2000000 is too many; accepted: 1 to 1000000.
            --steps 0                            | --steps 0 is too few; accepted: 1 to 100000.
            --steps many                         | Invalid value for option '--steps': 'many' is not an int.
            --seeds 2 --trace                    | --trace goes with one seed only; --seeds is 2.
            --seeds 2 --without 3                | --without goes with one seed only; --seeds is 2.
            --seed 2 --without 3..5              | --without "3..5" names no steps; accepted: as in 3,7-9.
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
