package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.adapters.postgres.PostgresStorage;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_script_is_that_of_the_storage() {
        assertThat(run("schema")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .isEqualTo(PostgresStorage.on(new HikariDataSource()).ddl())
                .contains("create schema if not exists cerniq;");
    }

    @Test
    void schema_and_role_can_have_other_names() {
        assertThat(run("schema", "--schema", "deals", "--runtime-role", "deals_app"))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("create schema if not exists deals;", "deals_app")
                .doesNotContain("cerniq_runtime", "${");
    }

    @Test
    void a_name_that_is_none_is_bad_input() {
        assertThat(run("schema", "--schema", "public; drop table x")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo(
                        "cerniq: A schema name is 1 to 63 lower-case letters, digits and underscores, not starting with"
                                + " a digit; \"public; drop table x\" is not. See cerniq schema --help."
                                + System.lineSeparator());
    }

    private int run(String... arguments) {
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
