package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCommandTest {

    private static final String GOODS = """
            sku,name,unit,list_price,floor_price,cost,vat_category,vat_rate,on_hand
            ING-UREE-46,Uree granulată,t,2400.00,2000.00,1800.00,S,11,500
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void who_has_to_agree_is_told_with_their_time_and_the_rule() {
        var code = run("policy", "discount", "--percent", "12", "--sku", "SEM-GRAU-C1-500");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("12 % on SEM-GRAU-C1-500", "becomes 2772.00 RON", "tier   MANAGER")
                .contains("SALES_MANAGER within 60 min, then DIRECTOR within 120 min, then CEO within 120 min")
                .contains("fact   requested = 1200", "pack   cerniq-standard")
                .contains("rule   DISC-07 below the floor price even a small discount needs a manager");
    }

    @Test
    void the_goods_may_be_those_of_a_file(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("goods.csv"), GOODS);

        assertThat(run("policy", "discount", "--percent", "25", "--sku", "ING-UREE-46", "--catalog", file.toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("tier   MANAGER");
    }

    @ParameterizedTest
    @CsvSource({"1, AUTO, nobody", "41, REFUSED, nobody may grant it"})
    void what_needs_nobody_or_is_for_nobody_says_so(String percent, String tier, String asked) {
        assertThat(run("policy", "discount", "--percent", percent, "--sku", "SEM-GRAU-C1-500"))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("tier   " + tier, asked);
    }

    @ParameterizedTest
    @CsvSource({"a lot, SEM-GRAU-C1-500, 0 to 100 percent points", "10, NOTHING, SEM-GRAU-C1-500"})
    void bad_input_is_refused_with_what_is_accepted(String percent, String sku, String accepted) {
        assertThat(run("policy", "discount", "--percent", percent, "--sku", sku))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains(accepted);
    }

    @Test
    void without_a_command_those_there_are_are_named() {
        assertThat(run("policy")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("accepted: discount");
    }
}
