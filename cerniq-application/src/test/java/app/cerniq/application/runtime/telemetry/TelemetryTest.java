package app.cerniq.application.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.Desk;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

/** What an operator sees of deals: metrics under their documented names, and spans. */
class TelemetryTest {

    @RegisterExtension
    static final OpenTelemetryExtension TRACING = OpenTelemetryExtension.create();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Desk desk = Desk.measured(meters, TRACING.getOpenTelemetry());

    @Test
    void a_command_is_counted_by_who_asked_and_what_came_of_it() {
        desk.adds(Goods.WHEAT_SEED, "40", "0");

        assertThat(meters.get(Measure.COMMANDS.id())
                        .tags("command", "AddItem", "actor", "ai_agent", "outcome", "accepted")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void a_refusal_is_an_outcome_under_its_code() {
        desk.moves(People.AGENT, NegotiationState.PAID);

        assertThat(meters.get(Measure.COMMANDS.id())
                        .tags("command", "Advance", "outcome", "ILLEGAL_MOVE")
                        .timer()
                        .count())
                .isOne();
        assertThat(meters.get(Measure.TRANSITIONS_REFUSED.id())
                        .tags("from", "DISCOVERY", "to", "PAID", "reason", "ILLEGAL_MOVE")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void a_move_is_counted_and_the_state_it_left_is_timed() {
        desk.adds(Goods.WHEAT_SEED, "40", "0");
        desk.clock.move(Duration.ofMinutes(7));

        desk.to(NegotiationState.PROPOSAL);

        assertThat(meters.get(Measure.TRANSITIONS.id())
                        .tags("from", "DISCOVERY", "to", "PROPOSAL", "trigger", "user_action")
                        .counter()
                        .count())
                .isOne();
        assertThat(meters.get(Measure.STATE_DURATION.id())
                        .tag("state", "DISCOVERY")
                        .timer()
                        .totalTime(TimeUnit.MINUTES))
                .isEqualTo(7);
    }

    @Test
    void a_deal_that_is_lost_is_counted_as_lost() {
        desk.adds(Goods.WHEAT_SEED, "40", "0").to(NegotiationState.PROPOSAL);

        desk.must(People.REP, (deals, ask) -> deals.advance(ask, Desk.losing()));

        assertThat(meters.get(Measure.DEALS_CLOSED.id())
                        .tag("outcome", "lost")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void no_label_tells_tenants_apart_unless_chosen() {
        desk.adds(Goods.WHEAT_SEED, "40", "0");

        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTag("tenant")).isNull());
    }

    @Test
    void a_command_is_a_span_that_names_tenant_deal_and_outcome() {
        desk.adds(Goods.WHEAT_SEED, "40", "0");

        var span = TRACING.getSpans().stream()
                .filter(each -> each.getName().equals("cerniq AddItem"))
                .findFirst()
                .orElseThrow();
        assertThat(span.getAttributes().get(AttributeKey.stringKey("cerniq.tenant")))
                .isEqualTo(desk.tenant.toString());
        assertThat(span.getAttributes().get(AttributeKey.stringKey("cerniq.subject")))
                .isEqualTo(desk.id.value().toString());
        assertThat(span.getAttributes().get(AttributeKey.stringKey("cerniq.outcome")))
                .isEqualTo("accepted");
    }

    @Test
    void the_context_of_the_host_is_as_it_was_after_a_command() {
        MDC.put(LogContext.TENANT, "the host's own");

        desk.adds(Goods.WHEAT_SEED, "40", "0");

        var after = MDC.get(LogContext.TENANT);
        MDC.clear();
        assertThat(List.of(String.valueOf(after))).doesNotContain(desk.tenant.toString());
    }

    @Test
    void what_a_gauge_showed_before_is_gone() {
        var telemetry = Telemetry.of(meters, TRACING.getOpenTelemetry(), false);
        telemetry.show(Measure.TASKS_OPEN, List.of(new Telemetry.Reading(3, List.of("SAGA_STUCK"))));

        telemetry.show(Measure.TASKS_OPEN, List.of(new Telemetry.Reading(1, List.of("DEAD_LETTER"))));

        assertThat(meters.find(Measure.TASKS_OPEN.id())
                        .tag("kind", "SAGA_STUCK")
                        .gauge())
                .isNull();
        assertThat(meters.get(Measure.TASKS_OPEN.id())
                        .tag("kind", "DEAD_LETTER")
                        .gauge()
                        .value())
                .isOne();
    }
}
