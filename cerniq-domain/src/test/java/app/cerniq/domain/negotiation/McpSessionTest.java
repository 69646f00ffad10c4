package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.negotiation.NegotiationEvent.SessionUsed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McpSessionTest {

    @Test
    void a_tool_call_keeps_the_session_alive_for_half_an_hour() {
        assertThat(events(inProposal().handling(by(AGENT)).useSession("mcp-1")))
                .containsExactly(new SessionUsed(new McpSession("mcp-1", NOON.plus(Duration.ofMinutes(30)))));
    }

    @Test
    void each_call_anew() {
        var twentyMinutesOn = new Stamp(AGENT, NOON.plus(Duration.ofMinutes(20)));
        var deal = next(inProposal().handling(by(AGENT)).useSession("mcp-1"));

        var later = next(deal.handling(twentyMinutesOn).useSession("mcp-1"));

        assertThat(later.session()).contains(new McpSession("mcp-1", NOON.plus(Duration.ofMinutes(50))));
    }

    @ParameterizedTest
    @CsvSource({"PT29M59.999999999S, false", "PT30M, true"})
    void a_session_is_over_at_the_very_instant(Duration later, boolean over) {
        assertThat(McpSession.activeAt("mcp-1", NOON).isOverAt(NOON.plus(later)))
                .isEqualTo(over);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void a_session_has_an_id_of_up_to_100_characters(int length) {
        assertThat(McpSession.activeAt("x".repeat(length), NOON).id()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void no_other_id_is_taken(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> McpSession.activeAt("x".repeat(length), NOON));
    }
}
