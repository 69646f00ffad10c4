package app.cerniq.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.ports.guardrail.ClaimQuestion;
import app.cerniq.ports.guardrail.ConcessionQuestion;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.ports.guardrail.TextQuestion;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.TimeoutQuestion;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.ports.pricing.EntitlementQuestion;
import app.cerniq.ports.stock.HoldQuestion;
import app.cerniq.rules.approval.EscalationFindings;
import app.cerniq.rules.approval.SlaFindings;
import app.cerniq.rules.engine.Dialect.Rule;
import app.cerniq.rules.guardrail.GuardFindings;
import app.cerniq.rules.negotiation.MoveFindings;
import app.cerniq.rules.negotiation.TimeoutFindings;
import app.cerniq.rules.negotiation.ToolFindings;
import app.cerniq.rules.pricing.DiscountFindings;
import app.cerniq.rules.pricing.EntitlementFindings;
import app.cerniq.rules.stock.HoldFindings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Map<Class<? extends Record>, Class<? extends Findings<?>>> VOCABULARY = Map.ofEntries(
            Map.entry(SlaQuestion.class, SlaFindings.class),
            Map.entry(EscalationQuestion.class, EscalationFindings.class),
            Map.entry(MoveQuestion.class, MoveFindings.class),
            Map.entry(ToolQuestion.class, ToolFindings.class),
            Map.entry(TimeoutQuestion.class, TimeoutFindings.class),
            Map.entry(HoldQuestion.class, HoldFindings.class),
            Map.entry(DiscountQuestion.class, DiscountFindings.class),
            Map.entry(EntitlementQuestion.class, EntitlementFindings.class),
            Map.entry(ClaimQuestion.class, GuardFindings.class),
            Map.entry(LineQuestion.class, GuardFindings.class),
            Map.entry(ConcessionQuestion.class, GuardFindings.class),
            Map.entry(TextQuestion.class, GuardFindings.class));

    private static final String HEADER = """
            package app.cerniq.rules.some.pack;

            import app.cerniq.ports.stock.HoldQuestion;

            global app.cerniq.rules.stock.HoldFindings findings;

            """;

    @ParameterizedTest
    @MethodSource("files")
    void every_rule_is_written_in_the_dialect_with_words_of_its_context(Path file) throws IOException {
        var rules = Dialect.read(file.toString(), Files.readString(file));

        assertThat(rules).isNotEmpty().allSatisfy(DialectTest::speaksOfItsContext);
        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_stands_where_its_package_says(Path file) throws IOException {
        var path = RESOURCES.relativize(file).toString().replace(".drl", "").replace('/', '.');

        assertThat(Files.readString(file)).contains("package " + path + ";\n");
    }

    @Test
    void no_file_is_without_its_words_here() throws IOException {
        assertThat(files()).hasSize(VOCABULARY.size());
    }

    @Test
    void a_plain_rule_is_read() {
        var rules = Dialect.read("a.drl", HEADER + """
                rule "HOLD-01 short"
                when HoldQuestion(state == NegotiationState.DEAD, minutes <= most)
                then findings.holdNothing(); end
                """);

        assertThat(rules)
                .containsExactly(
                        new Rule("HOLD-01", "HoldQuestion", List.of("state", "minutes", "most"), "holdNothing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"HOLD-01 x\" salience 10\nwhen HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\" no-loop\nwhen HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nagenda-group \"a\"\nwhen HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen eval(true)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen $q : HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion($a : a == 1)\nthen findings.hold($a); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == 1) HoldQuestion(a == 2)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen not HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == 1) from other\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(System.exit(1))\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a.b == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == 1 || b == 2)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a != 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == \"text\")\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == 1)\nthen modify(q) { setA(1) }; end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == 1)\nthen findings.hold(); System.exit(1); end\n",
                "rule \"HOLD-01 x\"\nwhen HoldQuestion(a == 1)\nthen findings.hold(System.exit(1)); end\n",
                "rule \"no id\"\nwhen HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "rule \"HOLD-01 x\" extends \"y\"\nwhen HoldQuestion(a == 1)\nthen findings.hold(); end\n",
                "function void f() {}\n",
                "query q() HoldQuestion() end\n",
                "declare Thing end\n",
                "import app.cerniq.Late;\n"
            })
    void anything_else_is_rejected_with_its_line(String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.read("b.drl", "// A comment.\n" + HEADER + hostile))
                .withMessage("b.drl:8: not a rule of the dialect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dialect \"mvel\"\n", "import static a.B.*;\n", "import function a.B.c;\n", "unit U;\n"})
    void a_header_has_imports_and_one_global_only(String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.read("c.drl", HEADER.replace("import", hostile + "import")))
                .withMessage("c.drl:1: not a header of the dialect");
    }

    private static void speaksOfItsContext(Rule rule) {
        var fact = VOCABULARY.keySet().stream()
                .filter(known -> known.getSimpleName().equals(rule.fact()))
                .findFirst()
                .orElseThrow();
        assertThat(fact.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsAll(rule.fields());
        assertThat(VOCABULARY.get(fact).getDeclaredMethods())
                .extracting(Method::getName)
                .contains(rule.action());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(RESOURCES)) {
            return tree.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }
}
