package app.cerniq.examples.fsm;

import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FsmDrawingTest {

    @Test
    void the_table_shows_each_move_with_its_conditions_and_its_rule() {
        assertThat(FsmDrawing.TABLE.of(SourceDocument.MOVES)).isEqualTo(golden("moves.txt"));
    }

    @Test
    void the_mermaid_diagram_starts_at_discovery_and_ends_at_paid() {
        assertThat(FsmDrawing.MERMAID.of(SourceDocument.MOVES)).isEqualTo(golden("moves.mmd"));
    }

    @Test
    void the_graphviz_diagram_writes_conditions_below_one_another_and_dashes_what_is_always_open() {
        assertThat(FsmDrawing.DOT.of(SourceDocument.MOVES)).isEqualTo(golden("moves.dot"));
    }

    @Test
    void a_table_without_conditions_explains_none() {
        var one = new MoveMap(List.of(new Move(DISCOVERY, PROPOSAL, Set.of(), new RuleName("X-1"))));

        assertThat(FsmDrawing.TABLE.of(one)).isEqualTo("""
                        FROM       TO        NEEDS  RULE
                        DISCOVERY  PROPOSAL  -      X-1

                        8 states, 1 move
                        """);
    }

    @Test
    void a_quoted_rule_name_stays_inside_its_quotes_in_graphviz() {
        var one = new MoveMap(List.of(new Move(DISCOVERY, PROPOSAL, Set.of(), new RuleName("X-1 \"go\" \\ on"))));

        assertThat(FsmDrawing.DOT.of(one))
                .contains("DISCOVERY -> PROPOSAL [style=dashed, tooltip=\"X-1 \\\"go\\\" \\\\ on\"];");
    }

    private static String golden(String name) {
        try (var file = Objects.requireNonNull(FsmDrawingTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(name, broken);
        }
    }
}
