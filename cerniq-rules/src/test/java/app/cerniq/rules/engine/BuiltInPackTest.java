package app.cerniq.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInPackTest {

    private static final String MOVES = "app.cerniq.rules.negotiation.moves";
    private static final String HOLDS = "app.cerniq.rules.stock.holds";

    @ParameterizedTest
    @CsvSource({
        "app.cerniq.rules.negotiation.moves, 18",
        "app.cerniq.rules.negotiation.tools, 15",
        "app.cerniq.rules.negotiation.timeouts, 14",
        "app.cerniq.rules.approval.slas, 6",
        "app.cerniq.rules.approval.escalations, 10",
        "app.cerniq.rules.stock.holds, 8",
        "app.cerniq.rules.pricing.discounts, 13",
        "app.cerniq.rules.pricing.entitlements, 13",
        "app.cerniq.rules.guardrail.claims, 33",
        "app.cerniq.rules.guardrail.lines, 9",
        "app.cerniq.rules.guardrail.concessions, 3",
        "app.cerniq.rules.guardrail.texts, 4"
    })
    void every_rule_that_was_written_was_compiled(String drlPackage, int rules) {
        var book = BuiltInPack.of("any", List.of(drlPackage)).<Echo.Question, String>book(drlPackage, Echo.Words::new);

        assertThat(book.ruleNames()).hasSize(rules);
    }

    @Test
    void rules_that_were_not_compiled_are_missed_at_once() {
        var pack = BuiltInPack.of("any", List.of(MOVES));

        assertThatIllegalStateException()
                .isThrownBy(() -> pack.book("app.cerniq.rules.nothing", Echo.Words::new))
                .withMessage("No rules were compiled for package app.cerniq.rules.nothing.");
    }

    @Test
    void a_compiled_rule_without_a_source_is_noticed() {
        var pack = BuiltInPack.of("any", List.of(MOVES));

        assertThatIllegalStateException()
                .isThrownBy(() -> pack.book(HOLDS, Echo.Words::new))
                .withMessageStartingWith(
                        "Package " + HOLDS + " was written with the rules [] but compiled with [HOLD-");
    }

    @Test
    void a_source_that_is_missing_is_noticed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BuiltInPack.of("any", List.of("app.cerniq.rules.nothing")))
                .withMessage("This build contains no compiled rules: /app/cerniq/rules/nothing.drl is missing.");
    }

    @Test
    void another_selection_of_sources_is_another_version() {
        var one = BuiltInPack.of("pack", List.of(MOVES)).version();
        var both = BuiltInPack.of("pack", List.of(MOVES, HOLDS)).version();

        assertThat(one)
                .isEqualTo(BuiltInPack.of("pack", List.of(MOVES)).version())
                .isNotEqualTo(both);
    }
}
