package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.OpenMove;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked without changing anything, and the smaller commands. */
class QuestionsTest {

    private final Desk desk = new Desk();

    @Test
    void each_open_move_names_the_conditions_that_are_missing() {
        desk.adds(Goods.UREA, "1", "0").to(NegotiationState.PROPOSAL);

        var moves =
                desk.cerniq.negotiations().availableMoves(desk.id, People.AGENT).get();

        assertThat(moves)
                .containsExactlyInAnyOrder(
                        new OpenMove(NegotiationState.DISCOVERY, List.of(), ""),
                        new OpenMove(NegotiationState.NEGOTIATION, List.of(MoveCondition.PRODUCT_CONFIRMED), ""),
                        new OpenMove(NegotiationState.DEAD, List.of(), ""));
    }

    @Test
    void no_move_is_ready_for_an_agent_while_a_human_holds_the_deal() {
        desk.must(People.AGENT, (at, ask) -> at.handOver(ask, new HandOver(People.idOf(People.REP), "a person")));

        var moves =
                desk.cerniq.negotiations().availableMoves(desk.id, People.AGENT).get();

        assertThat(moves).isNotEmpty().noneMatch(OpenMove::isReady);
    }

    @Test
    void a_tool_is_allowed_in_its_state_alone() {
        var desks = desk.cerniq.negotiations();

        assertThat(desks.mayUse(desk.id, Tool.SEARCH_PRODUCTS).get().outcome()).isTrue();
        assertThat(desks.mayUse(desk.id, Tool.CREATE_PROFORMA).get().outcome()).isFalse();
    }

    @Test
    void nothing_is_told_about_a_deal_that_does_not_exist() {
        var unknown = new NegotiationId(desk.tenant, desk.ids.next());

        assertThat(desk.cerniq.negotiations().availableMoves(unknown, People.AGENT))
                .isEqualTo(Either.left(new NegotiationRefusal.UnknownNegotiation(unknown)));
    }

    @Test
    void a_tool_call_keeps_the_agents_session_alive_for_half_an_hour() {
        desk.must(People.AGENT, (at, ask) -> at.useSession(ask, new UseSession("mcp-1")));
        desk.clock.move(Duration.ofMinutes(29));

        desk.must(People.AGENT, (at, ask) -> at.useSession(ask, new UseSession("mcp-1")));

        assertThat(desk.deal().session())
                .contains(new McpSession("mcp-1", desk.clock.instant().plus(Duration.ofMinutes(30))));
    }

    @Test
    void time_is_kept_to_the_microsecond() {
        desk.clock.set(Instant.parse("2026-03-02T08:00:00.123456789Z"));

        desk.must(People.AGENT, (at, ask) -> at.useSession(ask, new UseSession("mcp-1")));

        assertThat(desk.deal().timing().lastActivityAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00.123456Z"));
    }

    @Test
    void a_storno_needs_an_invoice() {
        var answer = desk.does(People.SYSTEM, (at, ask) -> at.recordStorno(ask, new RecordStorno("STR 1")));

        assertThat(answer.getLeft())
                .isEqualTo(new NegotiationRefusal.WrongState(
                        "record a storno", NegotiationState.DISCOVERY, List.of(NegotiationState.INVOICED)));
    }
}
