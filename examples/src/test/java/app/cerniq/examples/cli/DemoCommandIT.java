package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person runs it, on a PostgreSQL of its own. */
class DemoCommandIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void four_deals_are_played_and_every_invariant_holds() {
        assertThat(run("demo")).as(err.toString()).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("1. Won with a manager's discount")
                .contains("2. Lost, then resurrected")
                .contains("3. Taken over by a human")
                .contains("4. Too late for the last goods")
                .contains("⚖ FSM-15")
                .contains("I1   no place has more held than it has", "I2   what is held is what is quoted")
                .contains("Every invariant holds.")
                .doesNotContainPattern("✗ I[0-9]");
    }

    @Test
    void a_catalogue_with_one_wrong_line_is_refused_before_anything_is_started(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("goods.csv");
        Files.writeString(file, """
                sku,name,unit,list_price,floor_price,cost,vat_category,vat_rate,on_hand
                A-1,Seed,sac,100.00,90.00,70.00,S,11,500
                A-2,Seed,sac,-5,90.00,70.00,S,11,500
                """);

        assertThat(run("demo", "--catalogue", file.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("line 3, column list_price").contains("-5");
    }

    @Test
    void a_database_that_cannot_be_reached_is_named_without_its_password() {
        var url = "jdbc:postgresql://localhost:1/nowhere?user=me&password=secret&connectTimeout=2";

        assertThat(run("demo", "--jdbc-url", url)).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString())
                .contains("jdbc:postgresql://localhost:1/nowhere")
                .doesNotContain("secret");
    }

    @Test
    void a_url_of_another_database_is_bad_input() {
        assertThat(run("demo", "--jdbc-url", "jdbc:h2:mem:x")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("jdbc:postgresql://host:port/database");
    }

    @Test
    void a_schema_name_that_is_none_is_bad_input() {
        assertThat(run("demo", "--schema", "Bad-Name")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("Bad-Name");
    }

    private int run(String... arguments) {
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
