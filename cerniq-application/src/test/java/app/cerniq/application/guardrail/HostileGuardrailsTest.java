package app.cerniq.application.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.Desk;
import app.cerniq.domain.guardrail.tenant.GuardrailFault;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.ports.guardrail.GuardrailBook.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a tenant writes, it is data or it is refused; nothing of it is ever built when a single part is not. */
class HostileGuardrailsTest {

    private static final String EXIT = "System.setProperty(\"pwned\",\"yes\")";

    private static final Desk DESK = new Desk();

    static Stream<String> definitions() {
        var hostile = new ArrayList<String>();
        // Code of every kind in every place.
        for (var code : List.of(
                EXIT,
                "eval(true)",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "${jndi:ldap://localhost/a}",
                "function(s) external {java:{class:\"java.lang.System\"}}",
                "=cmd|' /C calc'!A0",
                "salience 100",
                "when $x : Object() then System.exit(0); end",
                "(a+)+$",
                "@{'a'.class.forName('java.lang.System')}")) {
            hostile.add(with("\"highest_discount\"", text(code), "\"10\""));
            hostile.add(with(text(code), "\"above\"", "\"10\""));
            hostile.add(with("\"highest_discount\"", "\"above\"", text(code)));
            hostile.add(of("\"code\": " + text(code)));
            hostile.add(of("\"action\": " + text(code)));
        }
        hostile.add(with("\"state.class\"", "\"equals\"", "\"PAID\""));
        hostile.add(with("\"length\"", "\"matches\"", "\"1\""));
        hostile.add(with("\"text\"", "\"matches\"", "\"(a+)+$\""));
        hostile.add(with("\"text\"", "\"above\"", "\"10\""));
        hostile.add(with("\"length\"", "\"above\"", "\"" + "9".repeat(400) + "\""));
        hostile.add(with("\"length\"", "\"above\"", "9".repeat(400)));
        hostile.add(with("\"length\"", "\"above\"", "1e999999999"));
        hostile.add(with("\"length\"", "\"above\"", "-1"));
        hostile.add(with("\"length\"", "\"above\"", "NaN"));
        hostile.add(with("\"quote_total\"", "\"above\"", "\"1e9\""));
        hostile.add(with("\"highest_discount\"", "\"above\"", "\"100.01\""));
        hostile.add(with("\"state\"", "\"equals\"", "\"WON\""));
        hostile.add(with("\"state\"", "\"equals\"", "\"paid\""));
        hostile.add(with("\"states_price\"", "\"equals\"", "\"yes\""));
        hostile.add(with("\"text\"", "\"contains\"", "\"a\\u0000b\""));
        hostile.add(with("\"text\"", "\"contains\"", "\"" + "a".repeat(101) + "\""));
        hostile.add(with("\"text\"", "\"contains\"", "\"...\""));
        hostile.add(with("\"text\"", "\"contains\"", "{\"$ref\": \"x\"}"));
        hostile.add(with("\"text\"", "\"contains\"", "null"));
        hostile.add(of("\"code\": \"A\", \"code\": \"B\""));
        hostile.add(of("\"script\": \"x\""));
        hostile.add(of("\"@class\": \"java.lang.ProcessBuilder\""));
        hostile.add(of("\"__proto__\": {}"));
        hostile.add(of("\"name\": \"a\\nrule\""));
        hostile.add(of("\"name\": \"" + "n".repeat(101) + "\""));
        hostile.add(of("\"name\": \"\""));
        hostile.add(of("\"priority\": 1001"));
        hostile.add(of("\"priority\": -1"));
        hostile.add(of("\"priority\": 1.5"));
        hostile.add(of("\"priority\": \"1\""));
        hostile.add(of("\"when\": []"));
        hostile.add(of("\"when\": {}"));
        hostile.add(of("\"when\": [[[[[[[[[[]]]]]]]]]]"));
        hostile.add(
                of("\"when\": [" + "{\"field\":\"length\",\"operator\":\"above\",\"value\":1},".repeat(11) + "{}]"));
        hostile.add(of("\"fallback\": \"" + "f".repeat(501) + "\""));
        hostile.add(of("\"message\": 7"));
        hostile.add("[" + "[".repeat(5_000));
        hostile.add("{\"a\":".repeat(5_000));
        hostile.add("{}");
        hostile.add("");
        hostile.add("null");
        hostile.add("not json");
        hostile.add("[] []");
        hostile.add("[" + sound("A") + "," + sound("A") + "]");
        hostile.add("[" + (sound("A") + ",").repeat(101).replaceFirst(",$", "") + "]");
        hostile.add("// comment\n[" + sound("A") + "]");
        hostile.add(" ".repeat(GuardrailFile.LONGEST + 1));
        return hostile.stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_hostile_definition_is_refused_before_anything_is_built(String json) {
        var refused = DESK.cerniq.guardrails().install(DESK.tenant, "tenant.json", json);

        assertThat(refused.getLeft())
                .isInstanceOfSatisfying(
                        GuardrailRefusal.InvalidDefinitions.class,
                        refusal -> assertThat(refusal.faults()).isNotEmpty().allSatisfy(fault -> {
                            assertThat(fault.file()).isEqualTo("tenant.json");
                            assertThat(fault.line()).isPositive();
                            assertThat(fault.field()).isNotBlank();
                            assertThat(fault.accepted()).isNotBlank();
                        }));
        assertThat(System.getProperty("pwned")).isNull();
        assertThat(DESK.storage.guardrailBook().latest(DESK.tenant)).isEqualTo(new Latest(0, 0));
    }

    @Test
    void there_are_at_least_thirty_of_them() {
        assertThat(definitions().distinct()).hasSizeGreaterThan(90);
    }

    @Test
    void all_faults_are_told_at_once_with_their_lines() {
        var faults = GuardrailFile.read("tenant.json", """
                [
                  {
                    "code": "lower",
                    "name": "a name",
                    "when": [
                      {"field": "margin", "operator": "above", "value": "1"},
                      {"field": "length", "operator": "contains", "value": "x"}
                    ],
                    "action": "explode",
                    "message": "a message"
                  }
                ]
                """).getLeft();

        assertThat(faults)
                .extracting(GuardrailFault::line, GuardrailFault::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "guardrails[0].code"),
                        org.assertj.core.groups.Tuple.tuple(6, "guardrails[0].when[0].field"),
                        org.assertj.core.groups.Tuple.tuple(7, "guardrails[0].when[1].operator"),
                        org.assertj.core.groups.Tuple.tuple(7, "guardrails[0].when[1].value"),
                        org.assertj.core.groups.Tuple.tuple(9, "guardrails[0].action"));
        assertThat(faults.get(4).describe())
                .isEqualTo("tenant.json:9: guardrails[0].action: given: explode; accepted: one of [block, warn,"
                        + " regenerate, escalate]");
    }

    /** Words that look like code are words: they are searched, and do nothing. */
    @Test
    void code_where_words_belong_is_nothing_but_words() {
        var desk = new Desk();
        var json = "["
                + sound("WORDS")
                        .replace("\"length\"", "\"text\"")
                        .replace("\"above\"", "\"contains\"")
                        .replace("\"5\"", text(EXIT))
                + "]";

        desk.cerniq.guardrails().install(desk.tenant, "tenant.json", json).get();

        assertThat(desk.cerniq.guardrails().examine(desk.id, "Bună ziua!").passes())
                .isTrue();
        assertThat(desk.cerniq.guardrails().examine(desk.id, EXIT).violations())
                .anyMatch(violation -> violation.check().equals("TENANT_BLOCK_WORDS"));
        assertThat(System.getProperty("pwned")).isNull();
    }

    @Test
    void a_guardrail_that_applies_speaks_with_its_own_name_and_message() {
        var desk = new Desk();
        desk.cerniq
                .guardrails()
                .install(desk.tenant, "tenant.json", "[" + sound("LONG-1") + "]")
                .get();

        var verdict = desk.cerniq.guardrails().examine(desk.id, "Bună ziua!");

        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.check()).isEqualTo("TENANT_BLOCK_LONG_1");
            assertThat(violation.accepted()).isEqualTo("a message");
            assertThat(violation.rule().value()).isEqualTo("LONG-1 a name");
        });
        desk.cerniq.guardrails().install(desk.tenant, "tenant.json", "[]").get();
        assertThat(desk.cerniq.guardrails().examine(desk.id, "Bună ziua!").passes())
                .isTrue();
    }

    private static String sound(String code) {
        return "{\"code\": \"" + code + "\", \"name\": \"a name\", \"priority\": 1, \"when\": ["
                + "{\"field\": \"length\", \"operator\": \"above\", \"value\": \"5\"}],"
                + " \"action\": \"block\", \"message\": \"a message\"}";
    }

    /** A sound definition with one member in another form. */
    private static String of(String member) {
        var name = member.substring(0, member.indexOf(':'));
        return "["
                + sound("A")
                        .replaceFirst(name + ": (\\[.*?]|\"[^\"]*\"|[0-9]+),? ?", "")
                        .replaceFirst("\\{", "{" + java.util.regex.Matcher.quoteReplacement(member) + ", ")
                + "]";
    }

    private static String with(String field, String operator, String value) {
        return "["
                + sound("A")
                        .replace("\"length\"", field)
                        .replace("\"above\"", operator)
                        .replace("\"5\"", value) + "]";
    }

    private static String text(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
