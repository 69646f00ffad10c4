package app.cerniq.application.approval;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others are told of tasks, by the outbox. */
class TasksToldTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private final CountedIds ids = new CountedIds(3);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Cerniq cerniq = Cerniq.builder()
            .storage(storage)
            .policies(DroolsPolicies.standard())
            .staff((tenant, role) -> role == Role.SALES_MANAGER || role == Role.CEO)
            .notifications(notification -> {})
            .clock(clock)
            .ids(ids)
            .build();
    private final TenantId tenant = new TenantId(ids.next());

    @BeforeEach
    void setUp() {
        cerniq.tenants().setUp(tenant, "A tenant");
    }

    private HumanTask opened(HumanTaskKind kind) {
        var topic = new TaskTopic(kind, TaskTopic.DEAL, ids.next().toString(), "message 1");
        var brief = TaskBrief.NONE.and("document", "FCT 7").and("fault", "BR-RO-100");
        return cerniq.tasks()
                .open(
                        tenant,
                        People.SYSTEM,
                        new TaskOrder(topic, "Look at it", brief, Urgency.HIGH, Role.SALES_MANAGER))
                .get();
    }

    private List<OutboxMessage> told() {
        var span = new EventArchive.Span(
                Optional.empty(), Instant.EPOCH, clock.instant().plusSeconds(60));
        return storage.outbox().find(tenant, span, 1_000);
    }

    private List<String> types() {
        return told().stream().map(OutboxMessage::type).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEOVER, hitl.takeover",
        "DOCUMENT_REVIEW, hitl.document.review",
        "ESCALATION, hitl.escalated",
        "PAYMENT_PLAN, hitl.escalated"
    })
    void that_somebody_is_asked_is_told_by_the_kind_of_the_task(HumanTaskKind kind, String type) {
        var task = opened(kind);

        assertThat(types()).containsExactly(type);
        assertThat(told().get(0).subject().key()).isEqualTo("task/" + task.id());
        assertThat(told().get(0).correlation())
                .isEqualTo(task.deal().orElseThrow().value());
        assertThat(told().get(0).payload()).contains(task.id().toString());
    }

    @Test
    void a_document_is_named_with_its_fault() {
        opened(HumanTaskKind.DOCUMENT_REVIEW);

        assertThat(told().get(0).payload()).contains("\"documentRef\":\"FCT 7\"", "BR-RO-100");
    }

    @Test
    void who_is_asked_twice_is_told_of_once() {
        var task = opened(HumanTaskKind.ESCALATION);
        cerniq.tasks()
                .open(tenant, People.SYSTEM, new TaskOrder(task.topic(), "Again", Urgency.LOW, Role.CEO))
                .get();

        assertThat(types()).hasSize(1);
    }

    @Test
    void as_time_passes_a_warning_a_reminder_and_each_role_that_let_it_pass_are_told_and_the_end_too() {
        opened(HumanTaskKind.ESCALATION);

        for (var minutes : List.of(48, 6, 6, 60)) {
            clock.move(Duration.ofMinutes(minutes));
            cerniq.tasks().sweep(tenant);
        }

        assertThat(types())
                .containsExactly(
                        "hitl.escalated",
                        "hitl.sla.warning",
                        "hitl.sla.warning",
                        "hitl.expired",
                        "hitl.escalated",
                        "hitl.expired");
        assertThat(told().get(3).payload()).contains("\"escalatedTo\":\"CEO\"");
        assertThat(told().get(5).payload()).doesNotContain("escalatedTo");
    }

    @Test
    void what_was_decided_is_told_with_by_whom_and_who_has_a_task_is_not() {
        var task = opened(HumanTaskKind.PAYMENT_PLAN);
        cerniq.tasks()
                .assign(task.id(), People.MANAGER, People.idOf(People.MANAGER))
                .get();
        cerniq.tasks().beginReview(task.id(), People.MANAGER).get();
        cerniq.tasks().approve(task.id(), People.MANAGER, "yes").get();
        cerniq.tasks().reject(task.id(), People.CEO, "no");

        assertThat(types()).containsExactly("hitl.escalated", "hitl.resolved");
        assertThat(told().get(1).payload())
                .contains("\"resolution\":\"approved\"", People.MANAGER.id().toString());
    }
}
