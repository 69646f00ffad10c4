package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.approval.Colleague;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.approval.Workload;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Told;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link HumanTasks} must do. */
public interface HumanTasksContract extends StorageContract {

    private HumanTasks tasks() {
        return storage().humanTasks();
    }

    private HumanTask.Changed fresh(TenantId tenant, String cause) {
        return HumanTask.open(
                new HumanTaskId(tenant, ids().next()),
                new TaskTopic(HumanTaskKind.SAGA_STUCK, "saga", "17", cause),
                "A saga is stuck",
                Urgency.HIGH,
                Role.SALES_MANAGER,
                new Sla(Duration.ofMinutes(60), 80),
                People.SYSTEM,
                Play.MORNING);
    }

    /** Kept without a word to anybody. */
    private HumanTask opened(HumanTask.Changed fresh) {
        return tasks().open(fresh, List.of()).get();
    }

    private HumanTask kept(Either<HumanTaskRefusal, HumanTask.Changed> decision) {
        return tasks().commit(decision.get(), List.of()).get();
    }

    private HumanTask.Changed discount(TenantId tenant, String cause, Optional<UserId> assignee) {
        return HumanTask.open(
                new HumanTaskId(tenant, ids().next()),
                new TaskTopic(HumanTaskKind.PAYMENT_PLAN, "negotiation", "18", cause),
                "Three instalments",
                TaskBrief.asking("3 × 400 RON").and("tier", "MANAGER").and("lines", "2"),
                Urgency.MEDIUM,
                Role.SALES_MANAGER,
                new Sla(Duration.ofMinutes(60), 80),
                assignee,
                People.SYSTEM,
                Play.MORNING);
    }

    private static Instant after(long minutes) {
        return Play.MORNING.plus(Duration.ofMinutes(minutes));
    }

    @Test
    default void what_was_opened_is_found_with_its_history() {
        var opened = fresh(tenant(), "step 3");

        assertThat(opened(opened)).isEqualTo(opened.next());
        assertThat(tasks().find(opened.next().id())).contains(opened.next());
        assertThat(tasks().history(opened.next().id())).containsExactly(opened.entry());
        assertThat(tasks().of(opened.next().id().tenant(), opened.next().topic()))
                .contains(opened.next());
    }

    @Test
    default void what_is_told_is_in_the_outbox_with_the_change_and_only_with_it() {
        var tenant = tenant();
        var fresh = fresh(tenant, "step 3");
        var opening = Told.closed(tenant, ids().next(), "a", Play.MORNING);
        var again = Told.closed(tenant, ids().next(), "b", Play.MORNING);
        var closing = Told.closed(tenant, ids().next(), "c", Play.MORNING);
        var tooLate = Told.closed(tenant, ids().next(), "d", Play.MORNING);

        var task = tasks().open(fresh, List.of(opening)).get();
        tasks().open(fresh(tenant, "step 3"), List.of(again)).get();
        tasks().commit(task.approve(People.MANAGER, after(1), "yes").get(), List.of(closing))
                .get();
        tasks().commit(task.reject(People.DIRECTOR, after(1), "no").get(), List.of(tooLate));

        assertThat(storage()
                        .outbox()
                        .find(tenant, new EventArchive.Span(Optional.empty(), Play.MORNING, after(9)), 100))
                .extracting(OutboxMessage::eventId)
                .contains(opening.eventId(), closing.eventId())
                .doesNotContain(again.eventId(), tooLate.eventId());
    }

    @Test
    default void for_one_topic_there_is_one_task_however_often_it_is_opened() {
        var tenant = tenant();
        var first = opened(fresh(tenant, "step 3"));
        var closed = kept(first.cancel(People.MANAGER, after(1), "not needed"));

        assertThat(opened(fresh(tenant, "step 3"))).isEqualTo(closed);
        assertThat(opened(fresh(tenant, "step 4")).id()).isNotEqualTo(first.id());
        assertThat(tasks().history(first.id())).hasSize(2);
    }

    @Test
    default void a_change_is_kept_once() {
        var task = opened(fresh(tenant(), "step 3"));
        var mine = task.approve(People.MANAGER, after(1), "yes").get();
        var yours = task.reject(People.MANAGER, after(1), "no").get();

        assertThat(tasks().commit(mine, List.of()).get()).isEqualTo(mine.next());
        assertThat(tasks().commit(yours, List.of()).getLeft()).isEqualTo(new HumanTaskRefusal.TaskChanged(task.id()));
        assertThat(tasks().find(task.id())).contains(mine.next());
        assertThat(tasks().history(task.id()))
                .extracting(HumanTaskEntry::what)
                .containsExactly(HumanTaskEntry.What.OPENED, HumanTaskEntry.What.APPROVED);
    }

    @Test
    default void every_step_is_kept_as_it_was_decided() {
        var rep = new Colleague(People.idOf(People.DIRECTOR), Set.of(Role.DIRECTOR), true);
        var sla = new Sla(Duration.ofMinutes(30), 80);
        var task = opened(fresh(tenant(), "step 3"));
        task = kept(task.assign(People.idOf(People.REP), People.MANAGER, after(1)));
        task = kept(task.delegate(rep, after(20), People.MANAGER, after(2), "on the road"));
        assertThat(tasks().find(task.id())).contains(task);
        task = kept(task.takeBack(People.SYSTEM, after(20)));
        task = kept(task.beginReview(People.MANAGER, after(21)));
        task = kept(task.followUp(after(40), People.MANAGER, after(22), "the supplier answers then"));
        assertThat(tasks().find(task.id())).contains(task);
        task = kept(task.warn(People.SYSTEM, after(40)));
        task = kept(task.warn(People.SYSTEM, task.warnAt().orElseThrow()));
        task = kept(task.escalate(Role.DIRECTOR, sla, Optional.of(rep.user()), People.SYSTEM, task.dueAt()));
        assertThat(tasks().find(task.id())).contains(task);
        task = kept(task.expire(People.SYSTEM, task.dueAt()));

        assertThat(tasks().find(task.id())).contains(task);
        assertThat(tasks().open(task.id().tenant(), Optional.empty(), 10)).isEmpty();
        assertThat(tasks().history(task.id())).hasSize(10);
    }

    @Test
    default void history_keeps_what_was_asked_and_what_was_granted() {
        var task = opened(discount(tenant(), "message 4", Optional.empty()));
        task = kept(task.approve(People.MANAGER, after(3), Optional.of("2 × 600 RON"), "no more than two"));

        assertThat(tasks().find(task.id())).contains(task);
        assertThat(tasks().history(task.id()))
                .extracting(HumanTaskEntry::value)
                .containsExactly(Optional.of("3 × 400 RON"), Optional.of("2 × 600 RON"));
        assertThat(tasks().history(task.id()))
                .extracting(HumanTaskEntry::authority)
                .containsExactly(Authority.NONE, Authority.MANAGER);
    }

    @Test
    default void tasks_wake_at_their_warning_and_at_their_deadline() {
        var tenant = tenant();
        var task = opened(fresh(tenant, "step 3"));

        assertThat(tasks().toWake(tenant, after(48).minusMillis(1), 10)).isEmpty();
        assertThat(tasks().toWake(tenant, after(48), 10)).containsExactly(task);
        var warned = kept(task.warn(People.SYSTEM, after(48)));
        assertThat(tasks().toWake(tenant, after(53), 10)).isEmpty();
        assertThat(tasks().toWake(tenant, after(54), 10)).containsExactly(warned);
        var reminded = kept(warned.warn(People.SYSTEM, after(54)));
        assertThat(tasks().toWake(tenant, after(59), 10)).isEmpty();
        assertThat(tasks().toWake(tenant, after(60), 10)).containsExactly(reminded);
    }

    @Test
    default void open_tasks_are_listed_for_their_role_and_their_tenant() {
        var tenant = tenant();
        var task = opened(fresh(tenant, "step 3"));

        assertThat(tasks().open(tenant, Optional.empty(), 10)).isEqualTo(List.of(task));
        assertThat(tasks().open(tenant, Optional.of(Role.SALES_MANAGER), 10)).isEqualTo(List.of(task));
        assertThat(tasks().open(tenant, Optional.of(Role.CEO), 10)).isEmpty();
        assertThat(tasks().open(tenant(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void tasks_about_one_thing_are_found_open_or_closed_and_of_their_tenant_alone() {
        var tenant = tenant();
        var first = opened(discount(tenant, "message 4", Optional.empty()));
        var second = kept(
                opened(discount(tenant, "message 5", Optional.empty())).cancel(People.MANAGER, after(1), "not needed"));
        opened(fresh(tenant, "step 3"));

        assertThat(tasks().about(tenant, "negotiation", "18", 10)).containsExactlyInAnyOrder(first, second);
        assertThat(tasks().about(tenant, "negotiation", "19", 10)).isEmpty();
        assertThat(tasks().about(tenant(), "negotiation", "18", 10)).isEmpty();
        assertThat(tasks().of(tenant(), first.topic())).isEmpty();
    }

    @Test
    default void everybodys_work_is_counted_with_when_they_were_given_some_last() {
        var tenant = tenant();
        var rep = People.idOf(People.REP);
        var manager = People.idOf(People.MANAGER);
        kept(opened(discount(tenant, "message 4", Optional.of(rep))).cancel(People.MANAGER, after(1), "not needed"));
        opened(discount(tenant, "message 5", Optional.of(rep)));
        kept(opened(fresh(tenant, "step 3")).assign(manager, People.MANAGER, after(7)));
        opened(fresh(tenant, "step 4"));

        assertThat(tasks().workload(tenant))
                .containsExactly(new Workload(rep, 1, Play.MORNING), new Workload(manager, 1, after(7)));
        assertThat(tasks().workload(tenant())).isEmpty();
    }

    @Test
    default void an_unknown_tenant_has_no_tasks() {
        var nobody = new TenantId(ids().next());

        assertThat(tasks().open(fresh(nobody, "step 3"), List.of()).getLeft())
                .isEqualTo(new HumanTaskRefusal.UnknownTaskTenant(nobody));
    }
}
