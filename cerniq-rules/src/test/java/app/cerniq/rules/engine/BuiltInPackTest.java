package app.cerniq.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.cerniq.domain.shared.PackVersion;
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
        "app.cerniq.rules.stock.holds, 8",
        "app.cerniq.rules.pricing.discounts, 9"
    })
    void every_rule_that_was_written_was_compiled(String drlPackage, int rules) {
        var book = RuleBook.<Echo.Question, String>builtIn(drlPackage, new PackVersion("any"), Echo.Words::new);

        assertThat(book.rules()).hasSize(rules);
    }

    @Test
    void rules_that_were_not_compiled_are_missed_at_once() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BuiltInPack.model("app.cerniq.rules.nothing"))
                .withMessage("No rules were compiled for package app.cerniq.rules.nothing.");
    }

    @Test
    void another_selection_of_sources_is_another_version() {
        var one = BuiltInPack.version("pack", List.of(MOVES));
        var both = BuiltInPack.version("pack", List.of(MOVES, HOLDS));

        assertThat(one).isEqualTo(BuiltInPack.version("pack", List.of(MOVES))).isNotEqualTo(both);
    }
}
