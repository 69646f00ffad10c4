package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardCommandTest {

    private static final String GOODS = """
            sku,name,unit,list_price,floor_price,cost,vat_category,vat_rate,on_hand
            ING-UREE-46,Uree granulată,t,2400.00,2000.00,1800.00,S,11,500
            """;

    private static final String POLICY = """
            {"terms": {"delivery": {"least": 3, "most": 5}, "payment": 30, "competitors": ["Agricover"]},
             "guardrails": [{"code": "HUGE", "name": "large discounts are for people", "priority": 1,
               "when": [{"field": "text", "operator": "contains", "value": "cadou"}],
               "action": "block", "message": "No gifts."}]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void there_are_goods_and_a_policy() throws IOException {
        Files.writeString(folder.resolve("goods.csv"), GOODS);
        Files.writeString(folder.resolve("policy.json"), POLICY);
    }

    @Test
    void a_reply_that_says_what_is_true_may_leave() throws IOException {
        var code = guard("Uree granulată costă 2.280 lei/t fără TVA. Livrarea se face în 3-5 zile.");

        assertThat(out.toString())
                .contains("\"passes\": true", "\"kind\": \"amount\"", "\"value\": \"2280.00 RON/t price without VAT\"")
                .contains("\"row\": {\"kind\": \"QUOTE\"", "\"violations\": []");
        assertThat(code).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_reply_that_does_not_is_refused_with_what_would_be_true() throws IOException {
        var code = guard("Uree granulată costă 2.270 lei/t fără TVA. Livrarea se face în 3-5 zile.");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("\"passes\": false", "\"violations\": [\"UNBOUND_AMOUNT\"], \"corrected\": \"2280.00 RON/t\"")
                .contains("\"rule\": \"GC-01 a price stands in a row\"");
    }

    @Test
    void the_tenants_own_guardrails_speak_too() throws IOException {
        assertThat(guard("Primiți și un cadou de la noi, împreună cu marfa comandată."))
                .isEqualTo(ExitCode.FAILED);

        assertThat(out.toString()).contains("\"check\": \"TENANT_BLOCK_HUGE\"", "\"accepted\": \"No gifts.\"");
    }

    @Test
    void a_bad_policy_is_told_with_its_line_and_field() throws IOException {
        Files.writeString(folder.resolve("policy.json"), "{\"terms\": {\"payment\": \"soon\"}}");

        assertThat(guard("Bună ziua!")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("policy.json:1: terms.payment: given: soon");
    }

    @Test
    void a_reply_that_is_not_there_is_bad_input() {
        assertThat(run("guard", folder.resolve("nothing.txt").toString())).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void a_quote_line_that_cannot_stand_is_bad_input() throws IOException {
        Files.writeString(folder.resolve("reply.txt"), "Bună ziua!");

        assertThat(run(
                        "guard",
                        "--catalog",
                        folder.resolve("goods.csv").toString(),
                        "--quote",
                        "ING-UREE-46=20@20",
                        folder.resolve("reply.txt").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("DISCOUNT_NEEDS_APPROVAL");
    }

    @Test
    void a_tier_is_explained_with_rules_and_facts() {
        assertThat(run(
                        "policy",
                        "discount",
                        "--percent",
                        "25",
                        "--sku",
                        "ING-UREE-46",
                        "--catalog",
                        folder.resolve("goods.csv").toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("Decision: MANAGER, within 60 minutes", "Rule:     DISC-08", "Fact:     requested = 2500")
                .contains("Pack:     cerniq-standard");
    }

    @Test
    void an_unknown_sku_is_bad_input() {
        assertThat(run("policy", "discount", "--percent", "25", "--sku", "NOBODY-1"))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    private int guard(String reply) throws IOException {
        Files.writeString(folder.resolve("reply.txt"), reply);
        return run(
                "guard",
                "--catalog",
                folder.resolve("goods.csv").toString(),
                "--policy",
                folder.resolve("policy.json").toString(),
                "--quote",
                "ING-UREE-46=20@5",
                folder.resolve("reply.txt").toString());
    }

    private int run(String... arguments) {
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
