package app.cerniq.rules.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.ToolPolicy;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.rules.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolRulesTest {

    private static final ToolPolicy TOOLS = DroolsPolicies.standard().tools();
    private static final List<List<String>> REVIEWED = Table.of(ToolRulesTest.class, "tools.csv");

    @Test
    void of_all_states_and_tools_exactly_the_reviewed_ones_are_allowed_and_by_one_rule_each() {
        var allowed = new ArrayList<List<String>>();
        for (var state : NegotiationState.values()) {
            for (var tool : Tool.values()) {
                var decision = TOOLS.decide(new ToolQuestion(state, tool));
                if (decision.outcome()) {
                    var rules = decision.rules().stream().map(RuleName::id).toList();
                    allowed.add(List.of(state.name(), tool.word(), String.join(" ", rules)));
                }
            }
        }

        assertThat(allowed).isEqualTo(REVIEWED);
    }

    @Test
    void what_no_rule_allows_is_refused_with_a_sentence() {
        var decision = TOOLS.decide(new ToolQuestion(NegotiationState.PAID, Tool.SEARCH_PRODUCTS));

        assertThat(decision.outcome()).isFalse();
        assertThat(decision.rules()).isEmpty();
        assertThat(decision.reasons()).containsExactly("No rule allows this tool in this state.");
    }

    @ParameterizedTest
    @EnumSource(NegotiationState.class)
    void the_tools_of_a_state_are_those_that_the_rules_allow_there(NegotiationState state) {
        var reviewed = REVIEWED.stream()
                .filter(row -> row.get(0).equals(state.name()))
                .map(row -> row.get(1))
                .toList();

        assertThat(TOOLS.allowedIn(state)).extracting(Tool::word).isEqualTo(reviewed);
    }

    @Test
    void a_proforma_becomes_an_invoice_before_INVOICED_and_the_repeat_finds_it_there() {
        assertThat(TOOLS.allowedIn(NegotiationState.PROFORMA_SENT)).contains(Tool.CONVERT_TO_INVOICE);
        assertThat(TOOLS.allowedIn(NegotiationState.INVOICED)).contains(Tool.CONVERT_TO_INVOICE);
        assertThat(TOOLS.allowedIn(NegotiationState.CLOSING)).doesNotContain(Tool.CONVERT_TO_INVOICE);
    }
}
