package app.cerniq.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.approval.AssignmentStrategy;
import app.cerniq.domain.approval.Colleague;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal.AlreadyClosed;
import app.cerniq.domain.approval.HumanTaskRefusal.MayNotDecide;
import app.cerniq.domain.approval.HumanTaskRefusal.NotYours;
import app.cerniq.domain.approval.HumanTaskRefusal.UnknownColleague;
import app.cerniq.domain.approval.HumanTaskRefusal.UnknownTask;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.approval.Workload;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.runtime.Notification;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskDeskTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private final CountedIds ids = new CountedIds(3);
    private final List<Notification> told = new ArrayList<>();
    private final Set<Role> staff = EnumSet.allOf(Role.class);
    private Optional<List<Colleague>> crew = Optional.empty();
    private final Cerniq cerniq = Cerniq.builder()
            .storage(new InMemoryStorage())
            .policies(DroolsPolicies.standard())
            .staff(new Staff() {
                @Override
                public boolean has(TenantId any, Role role) {
                    return staff.contains(role);
                }

                @Override
                public Optional<List<Colleague>> colleagues(TenantId any) {
                    return crew;
                }
            })
            .notifications(told::add)
            .clock(clock)
            .ids(ids)
            .build();
    private final TenantId tenant = new TenantId(ids.next());

    @BeforeEach
    void setUp() {
        cerniq.tenants().setUp(tenant, "A tenant");
    }

    private HumanTask opened(HumanTaskKind kind, Urgency priority, String cause) {
        var topic = new TaskTopic(kind, "negotiation", "17", cause);
        return cerniq.tasks()
                .open(tenant, People.SYSTEM, new TaskOrder(topic, "Look at deal 17", priority, Role.SALES_MANAGER))
                .get();
    }

    private HumanTask after(HumanTask task, long minutes) {
        clock.move(Duration.ofMinutes(minutes));
        cerniq.tasks().sweep(tenant);
        return cerniq.tasks().find(task.id()).orElseThrow();
    }

    private List<What> history(HumanTask task) {
        return cerniq.tasks().history(task.id()).stream()
                .map(HumanTaskEntry::what)
                .toList();
    }

    @Test
    void a_task_has_a_deadline_by_its_priority_and_somebody_is_told_once() {
        var task = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");

        assertThat(task.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1")).isEqualTo(task);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).recipients()).containsExactly(Role.SALES_MANAGER);
    }

    @Test
    void a_takeover_and_a_document_have_times_of_their_own() {
        assertThat(opened(HumanTaskKind.TAKEOVER, Urgency.LOW, "a").dueAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(opened(HumanTaskKind.DOCUMENT_REVIEW, Urgency.CRITICAL, "b").dueAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    }

    @Test
    void who_does_not_act_is_warned_at_four_fifths_and_then_the_next_has_it() {
        var task = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");

        assertThat(after(task, 47).version()).isEqualTo(1);
        assertThat(after(task, 1).warnAt()).contains(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(after(task, 6).warnAt()).isEmpty();
        var escalated = after(task, 6);

        assertThat(escalated.status()).isEqualTo(HumanTaskStatus.ESCALATED);
        assertThat(escalated.role()).isEqualTo(Role.DIRECTOR);
        assertThat(escalated.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(told)
                .extracting(Notification::type)
                .containsExactly(
                        Notification.Type.HITL_ESCALATION,
                        Notification.Type.HITL_SLA_WARNING,
                        Notification.Type.HITL_SLA_WARNING,
                        Notification.Type.HITL_ESCALATION);
    }

    @Test
    void at_the_end_of_the_chain_a_question_is_answered_with_no_and_never_with_yes() {
        var task = opened(HumanTaskKind.DISCOUNT_APPROVAL, Urgency.HIGH, "request 1");

        after(task, 60);
        after(task, 120);
        var end = after(task, 120);

        assertThat(end.status()).isEqualTo(HumanTaskStatus.REJECTED);
        assertThat(end.role()).isEqualTo(Role.CEO);
        assertThat(history(task)).containsExactly(What.OPENED, What.ESCALATED, What.ESCALATED, What.REJECTED);
        assertThat(after(task, 10_000)).isEqualTo(end);
    }

    @Test
    void what_asks_nothing_expires() {
        var task = opened(HumanTaskKind.ESCALATION, Urgency.CRITICAL, "message 1");
        staff.retainAll(EnumSet.of(Role.SALES_MANAGER));

        assertThat(after(task, 15).status()).isEqualTo(HumanTaskStatus.EXPIRED);
    }

    @Test
    void where_nobody_has_the_next_role_the_one_after_it_is_asked() {
        staff.remove(Role.DIRECTOR);
        var task = opened(HumanTaskKind.ESCALATION, Urgency.CRITICAL, "message 1");

        assertThat(after(task, 15).role()).isEqualTo(Role.CEO);
    }

    @Test
    void a_task_is_decided_once() {
        var task = opened(HumanTaskKind.DISCOUNT_APPROVAL, Urgency.HIGH, "request 1");
        cerniq.tasks().beginReview(task.id(), People.MANAGER).get();

        var yes = cerniq.tasks()
                .approve(task.id(), People.MANAGER, "a good customer")
                .get();
        var no = cerniq.tasks().reject(task.id(), People.MANAGER, "on second thoughts");

        assertThat(yes.outcome().orElseThrow().note()).isEqualTo("a good customer");
        assertThat(no.getLeft()).isEqualTo(new AlreadyClosed(task.id(), HumanTaskStatus.APPROVED, yes.outcome()));
        assertThat(history(task)).containsExactly(What.OPENED, What.REVIEW_BEGAN, What.APPROVED);
    }

    @Test
    void nobody_decides_who_has_neither_the_role_nor_more_authority() {
        var task = opened(HumanTaskKind.DISCOUNT_APPROVAL, Urgency.HIGH, "request 1");

        assertThat(cerniq.tasks().approve(task.id(), People.REP, "mine").getLeft())
                .isInstanceOf(NotYours.class);
        assertThat(cerniq.tasks().approve(task.id(), People.AGENT, "mine").getLeft())
                .isInstanceOf(NotYours.class);
        assertThat(cerniq.tasks().find(task.id())).contains(task);
    }

    @Test
    void a_task_that_was_assigned_or_cancelled_says_so() {
        var task = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");

        assertThat(cerniq.tasks()
                        .assign(task.id(), People.MANAGER, People.idOf(People.REP))
                        .get()
                        .assignee())
                .contains(People.idOf(People.REP));
        assertThat(cerniq.tasks().open(tenant, Optional.of(Role.SALES_MANAGER), 10))
                .hasSize(1);
        assertThat(cerniq.tasks()
                        .cancel(task.id(), People.SYSTEM, "the customer left")
                        .get()
                        .status())
                .isEqualTo(HumanTaskStatus.CANCELLED);
        assertThat(cerniq.tasks().open(tenant, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_task_that_is_not_there_is_refused_by_name() {
        var unknown = new HumanTaskId(tenant, ids.next());

        assertThat(cerniq.tasks().cancel(unknown, People.MANAGER, "gone").getLeft())
                .isEqualTo(new UnknownTask(unknown));
    }

    @Test
    void a_user_whom_the_host_does_not_know_is_given_nothing() {
        var task = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");
        var until = clock.instant().plus(Duration.ofMinutes(30));
        var stranger = new UserId(ids.next());
        crew = Optional.of(List.of(new Colleague(People.idOf(People.REP), Set.of(Role.SALES_REP), true)));

        assertThat(cerniq.tasks().assign(task.id(), People.MANAGER, stranger).getLeft())
                .isEqualTo(new UnknownColleague(stranger, tenant));
        assertThat(cerniq.tasks()
                        .assign(task.id(), People.MANAGER, People.idOf(People.REP))
                        .getLeft())
                .isEqualTo(new MayNotDecide(People.idOf(People.REP), Role.SALES_MANAGER));
        assertThat(cerniq.tasks()
                        .delegate(task.id(), People.MANAGER, stranger, until, "on the road")
                        .getLeft())
                .isEqualTo(new UnknownColleague(stranger, tenant));
        assertThat(cerniq.tasks().find(task.id())).contains(task);
    }

    @Test
    void new_tasks_go_round_among_those_who_may_decide() {
        crew = Optional.of(List.of(
                new Colleague(People.idOf(People.MANAGER), Set.of(Role.SALES_MANAGER), true),
                new Colleague(People.idOf(People.DIRECTOR), Set.of(Role.DIRECTOR), true),
                new Colleague(People.idOf(People.REP), Set.of(Role.SALES_REP), true)));
        cerniq.tenants()
                .agreeApprovals(tenant, new ApprovalTerms(List.of(), Optional.empty(), AssignmentStrategy.ROUND_ROBIN));

        var first = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");
        clock.move(Duration.ofMinutes(1));
        var second = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 2");
        clock.move(Duration.ofMinutes(1));
        var third = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 3");

        assertThat(List.of(first, second, third))
                .extracting(task -> task.assignee().orElseThrow())
                .containsExactly(
                        People.idOf(People.MANAGER), People.idOf(People.DIRECTOR), People.idOf(People.MANAGER));
        assertThat(first.status()).isEqualTo(HumanTaskStatus.ASSIGNED);
        assertThat(cerniq.tasks().workload(tenant)).extracting(Workload::open).containsExactly(2, 1);
    }

    @Test
    void a_task_that_was_lent_comes_back_by_itself() {
        crew = Optional.of(List.of(new Colleague(People.idOf(People.DIRECTOR), Set.of(Role.DIRECTOR), true)));
        var task = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");
        var until = clock.instant().plus(Duration.ofMinutes(30));

        cerniq.tasks()
                .delegate(task.id(), People.MANAGER, People.idOf(People.DIRECTOR), until, "on the road")
                .get();

        assertThat(after(task, 29).assignee()).contains(People.idOf(People.DIRECTOR));
        assertThat(after(task, 1).assignee()).isEmpty();
        assertThat(history(task)).containsExactly(What.OPENED, What.DELEGATED, What.RETURNED);
    }

    @Test
    void the_queue_begins_with_what_presses_most() {
        var low = opened(HumanTaskKind.ESCALATION, Urgency.LOW, "message 1");
        var takeover = opened(HumanTaskKind.TAKEOVER, Urgency.HIGH, "message 2");
        var high = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 3");
        cerniq.tasks()
                .assign(high.id(), People.MANAGER, People.idOf(People.MANAGER))
                .get();

        assertThat(cerniq.tasks().queue(tenant, QueueFilter.ALL, 10))
                .extracting(queued -> queued.task().id())
                .containsExactly(takeover.id(), high.id(), low.id());
        assertThat(cerniq.tasks().queue(tenant, QueueFilter.of(People.idOf(People.MANAGER)), 10))
                .extracting(queued -> queued.task().id())
                .containsExactly(high.id());
        assertThat(cerniq.tasks().queue(tenant, QueueFilter.of(Role.CEO), 10)).isEmpty();
        assertThat(cerniq.tasks().queue(tenant, QueueFilter.ALL, 10).get(0).isLate())
                .isFalse();
    }

    @Test
    void a_task_of_another_tenant_is_not_there() {
        var task = opened(HumanTaskKind.ESCALATION, Urgency.HIGH, "message 1");
        var other = new TenantId(ids.next());
        cerniq.tenants().setUp(other, "Another tenant");
        var theirs = new HumanTaskId(other, task.id().value());

        assertThat(cerniq.tasks().approve(theirs, People.CEO, "mine").getLeft()).isEqualTo(new UnknownTask(theirs));
        assertThat(cerniq.tasks().find(task.id())).contains(task);
    }

    @Test
    void rules_that_hand_a_task_round_in_a_circle_build_no_engine() {
        var circle = new SlaPolicy() {
            @Override
            public Decision<Sla> within(SlaQuestion question) {
                return DroolsPolicies.standard().slas().within(question);
            }

            @Override
            public Decision<Optional<Role>> after(EscalationQuestion question) {
                var next = question.role() == Role.CEO ? Role.DIRECTOR : Role.CEO;
                return new Decision<>(Optional.of(next), List.of(), List.of(), question, new PackVersion("test"));
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Escalation(cerniq.tenants(), circle, (tenant, role) -> true))
                .withMessageContaining("CYCLIC_CHAIN");
    }
}
