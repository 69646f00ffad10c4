package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can do to a task for people, not even with a console. */
class ApprovalGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final String IN_TIME = "2026-03-02T08:30:00Z";
    private static final String LATE = "2026-03-02T09:00:00Z";

    private static PostgresStorage storage;
    private static Raw runtime;
    private static Raw owner;

    private TenantId tenant;
    private HumanTask task;

    @BeforeAll
    static void start() {
        var database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        runtime = new Raw(database.runtime());
        owner = new Raw(database.owner());
    }

    @BeforeEach
    void a_task_for_a_manager_within_an_hour() {
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
        task = opened(new TaskTopic(HumanTaskKind.PAYMENT_PLAN, "negotiation", "17", "message 4"));
    }

    private HumanTask opened(TaskTopic topic) {
        var fresh = HumanTask.open(
                new HumanTaskId(tenant, IDS.next()),
                topic,
                "Three instalments",
                TaskBrief.asking("3 × 400").and("tier", "MANAGER"),
                Urgency.HIGH,
                Role.SALES_MANAGER,
                new Sla(Duration.ofHours(1), 80),
                Optional.empty(),
                People.SYSTEM,
                Play.MORNING);
        return storage.humanTasks().open(fresh, List.of()).get();
    }

    /** A change of the task with its line of history, past the domain. */
    private String closing(HumanTask which, String status, String actorType, String authority, String at) {
        return """
                with changed as (
                    update cerniq.human_tasks
                    set version = version + 1, status = '%s', warn_at = null, wake_at = null
                    where tenant_id = '%s' and id = '%s'
                    returning tenant_id, id, version
                ),
                line as (
                    insert into cerniq.human_task_history (
                        tenant_id, task_id, version, what, actor_type, actor_id, actor_label, actor_authority,
                        happened_at, note
                    )
                    select tenant_id, id, version, upper('%s'), '%s', gen_random_uuid(), 'raw', '%s', '%s', 'raw'
                    from changed
                    returning task_id
                )
                select count(*) from line
                """.formatted(status, tenant, which.id(), status, actorType, authority, at);
    }

    private String where() {
        return " where tenant_id = '%s' and id = '%s'".formatted(tenant, task.id());
    }

    @Test
    void a_manager_decides_on_a_managers_task() {
        assertThat(runtime.refusal(tenant, closing(task, "approved", "user", "MANAGER", IN_TIME)))
                .isEmpty();
    }

    @Test
    void a_closed_task_is_never_changed() {
        runtime.run(tenant, closing(task, "rejected", "user", "CEO", IN_TIME));

        assertThat(runtime.refusal(tenant, closing(task, "approved", "user", "CEO", IN_TIME)))
                .contains("a task is closed once");
        assertThat(runtime.refusal(tenant, "update cerniq.human_tasks set title = 'another'" + where()))
                .contains("a task changes by a new version");
    }

    @Test
    void nobody_decides_with_less_authority_than_the_role_has() {
        assertThat(runtime.refusal(tenant, closing(task, "approved", "user", "NONE", IN_TIME)))
                .contains("who decides on a task has the authority of its role");
        assertThat(runtime.refusal(tenant, closing(task, "rejected", "user", "NONE", IN_TIME)))
                .contains("who decides on a task has the authority of its role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai_agent", "system"})
    void no_machine_says_yes(String actorType) {
        assertThat(runtime.refusal(tenant, closing(task, "approved", actorType, "CEO", LATE)))
                .contains("a person decides on a task");
    }

    @Test
    void nobodys_answer_is_a_no_once_the_time_is_up_and_not_before() {
        assertThat(runtime.refusal(tenant, closing(task, "rejected", "system", "NONE", IN_TIME)))
                .contains("a person decides on a task");
        assertThat(runtime.refusal(tenant, closing(task, "rejected", "system", "NONE", LATE)))
                .isEmpty();
    }

    @Test
    void a_change_without_a_version_or_without_a_line_is_none() {
        assertThat(runtime.refusal(
                        tenant, "update cerniq.human_tasks set due_at = due_at + interval '1 day'" + where()))
                .contains("a task changes by a new version");
        assertThat(runtime.refusal(tenant, "update cerniq.human_tasks set version = version + 1" + where()))
                .contains("every change of a task is a line of its history");
        assertThat(runtime.refusal(tenant, "update cerniq.human_tasks set version = version + 2" + where()))
                .contains("the version of a task grows by exactly one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asked = '1 × 1'", "context = '{}'", "title = 'x'", "priority = 'LOW'", "cause = 'x'"})
    void what_is_asked_stays(String assignment) {
        var statement = closing(task, "approved", "user", "CEO", IN_TIME)
                .replace("set version = version + 1,", "set version = version + 1, " + assignment + ",");

        assertThat(runtime.refusal(tenant, statement)).contains("what a task asks stays");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cerniq.human_task_history set note = 'nothing happened'",
                "update cerniq.human_task_history set value = '40 %'",
                "delete from cerniq.human_task_history",
                "delete from cerniq.human_tasks"
            })
    void history_is_only_added_to_even_by_the_owner(String statement) {
        assertThat(runtime.refusal(tenant, statement)).isPresent();
        assertThat(owner.refusal(tenant, statement)).isPresent();
    }

    @Test
    void a_task_about_a_discount_ends_as_the_discount_was_decided() {
        var play = Play.open(storage.negotiations(), IDS, tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "10"))
                .to(NegotiationState.PROPOSAL);
        var ticket = waiting(play);
        var about = opened(TaskTopic.ofDiscount(play.deal().id(), ticket));

        assertThat(runtime.refusal(tenant, closing(about, "approved", "user", "CEO", IN_TIME)))
                .contains("a task about a discount is decided as the discount is");
        play.step(People.MANAGER, it -> stamp -> it.discounting(stamp).reject(ticket, "no"));
        assertThat(runtime.refusal(tenant, closing(about, "approved", "user", "CEO", IN_TIME)))
                .contains("a task about a discount is decided as the discount is");
        var asItWas = closing(about, "rejected", "user", "NONE", IN_TIME)
                .replace("gen_random_uuid()", "'" + People.MANAGER.id() + "'");
        assertThat(runtime.refusal(tenant, asItWas)).isEmpty();
    }

    private DiscountRequestId waiting(Play play) {
        var ticket = play.ticket();
        var line = new PricedLine(Lines.of(Goods.WHEAT_SEED, "40", "25"), Play.tier(DiscountTier.MANAGER));
        play.step(
                People.AGENT,
                it -> stamp -> it.discounting(stamp).request(ticket, List.of(line), Play::within, "a large customer"));
        return ticket;
    }

    @Test
    void a_discount_that_waits_is_rejected_by_the_machinery_only_after_its_time() {
        var play = Play.open(storage.negotiations(), IDS, tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "10"))
                .to(NegotiationState.PROPOSAL);
        var ticket = waiting(play);
        var request = " where tenant_id = '%s' and id = '%s'".formatted(tenant, ticket);

        assertThat(runtime.refusal(tenant, """
                update cerniq.discount_requests
                set status = 'rejected', decided_version = 9, decided_by_type = 'system', decided_by = id,
                    decided_by_label = 'raw', decided_at = requested_at, decision_comment = 'raw'
                """ + request)).contains("a user decides on a request, or nobody in time");
        play.at(Play.MORNING.plus(Duration.ofHours(1)))
                .step(People.SYSTEM, it -> stamp -> it.discounting(stamp).reject(ticket, "nobody decided"));
        assertThat(play.deal().bargain().requests()).isEmpty();
    }

    @Test
    void in_a_chain_nobody_stands_twice() {
        storage.tenants().agreeApprovals(tenant, Stocked.terms());

        assertThat(runtime.refusal(
                        tenant,
                        "insert into cerniq.tenant_escalations values ('%s', 3, 'SALES_MANAGER')".formatted(tenant)))
                .contains("nobody stands twice in a chain");
    }
}
