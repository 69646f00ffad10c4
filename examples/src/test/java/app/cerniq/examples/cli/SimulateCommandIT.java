package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The simulation as a person runs it, on a PostgreSQL of its own. */
class SimulateCommandIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void nothing_is_sold_twice_although_connections_are_killed() {
        var code = CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("simulate", "--oversell", "--kill", "--operations", "2500", "--hosts", "8");

        assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("connections killed in the middle")
                .containsPattern("\n[1-9][0-9]* connections? (was|were) killed\\.")
                .containsPattern("\ndone +[1-9]");
    }

    @Test
    void seeds_hold_every_invariant_on_postgres() {
        var code = CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("simulate", "--postgres", "--seeds", "4", "--steps", "120");

        assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith("4 SEEDS")
                .containsPattern("\n  steps +480\n")
                .contains("Every invariant held after every turn.");
    }

    @Test
    void seeds_hold_every_invariant_although_all_connections_die_again_and_again() {
        var code = CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("simulate", "--postgres", "--kill", "--seeds", "4", "--steps", "200");

        assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .as("fifty times or more")
                .containsPattern("\n  power cut +([5-9][0-9]|[1-9][0-9][0-9])\n")
                .contains("Every invariant held after every turn.");
    }
}
