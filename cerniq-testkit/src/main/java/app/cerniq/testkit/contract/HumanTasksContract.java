package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                ActorRef.of(People.SYSTEM),
                Play.MORNING);
    }

    private static Instant after(long minutes) {
        return Play.MORNING.plus(Duration.ofMinutes(minutes));
    }

    @Test
    default void what_was_opened_is_found_with_its_history() {
        var opened = fresh(tenant(), "step 3");

        assertThat(tasks().open(opened).get()).isEqualTo(opened.next());
        assertThat(tasks().find(opened.next().id())).contains(opened.next());
        assertThat(tasks().history(opened.next().id())).containsExactly(opened.entry());
    }

    @Test
    default void for_one_topic_there_is_one_task_however_often_it_is_opened() {
        var tenant = tenant();
        var first = tasks().open(fresh(tenant, "step 3")).get();
        var closed = first.cancel(People.MANAGER, after(1), "not needed").get();
        tasks().commit(closed).get();

        assertThat(tasks().open(fresh(tenant, "step 3")).get()).isEqualTo(closed.next());
        assertThat(tasks().open(fresh(tenant, "step 4")).get().id()).isNotEqualTo(first.id());
        assertThat(tasks().history(first.id())).hasSize(2);
    }

    @Test
    default void a_change_is_kept_once() {
        var task = tasks().open(fresh(tenant(), "step 3")).get();
        var mine = task.approve(People.MANAGER, after(1), "yes").get();
        var yours = task.reject(People.MANAGER, after(1), "no").get();

        assertThat(tasks().commit(mine).get()).isEqualTo(mine.next());
        assertThat(tasks().commit(yours).getLeft()).isEqualTo(new HumanTaskRefusal.TaskChanged(task.id()));
        assertThat(tasks().find(task.id())).contains(mine.next());
        assertThat(tasks().history(task.id()))
                .extracting(HumanTaskEntry::what)
                .containsExactly(HumanTaskEntry.What.OPENED, HumanTaskEntry.What.APPROVED);
    }

    @Test
    default void every_step_is_kept_as_it_was_decided() {
        var task = tasks().open(fresh(tenant(), "step 3")).get();
        var sla = new Sla(Duration.ofMinutes(30), 80);
        task = tasks().commit(task.assign(People.idOf(People.REP), People.MANAGER, after(1))
                        .get())
                .get();
        task = tasks().commit(task.warn(People.SYSTEM, after(48)).get()).get();
        task = tasks().commit(task.escalate(Role.DIRECTOR, sla, People.SYSTEM, after(60))
                        .get())
                .get();
        assertThat(tasks().find(task.id())).contains(task);
        task = tasks().commit(task.expire(People.SYSTEM, after(90)).get()).get();

        assertThat(tasks().find(task.id())).contains(task);
        assertThat(tasks().open(task.id().tenant(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void tasks_wake_at_their_warning_and_at_their_deadline() {
        var tenant = tenant();
        var task = tasks().open(fresh(tenant, "step 3")).get();

        assertThat(tasks().toWake(tenant, after(48).minusMillis(1), 10)).isEmpty();
        assertThat(tasks().toWake(tenant, after(48), 10)).containsExactly(task);
        var warned = tasks().commit(task.warn(People.SYSTEM, after(48)).get()).get();
        assertThat(tasks().toWake(tenant, after(59), 10)).isEmpty();
        assertThat(tasks().toWake(tenant, after(60), 10)).containsExactly(warned);
    }

    @Test
    default void open_tasks_are_listed_for_their_role_and_their_tenant() {
        var tenant = tenant();
        var task = tasks().open(fresh(tenant, "step 3")).get();

        assertThat(tasks().open(tenant, Optional.empty(), 10)).isEqualTo(List.of(task));
        assertThat(tasks().open(tenant, Optional.of(Role.SALES_MANAGER), 10)).isEqualTo(List.of(task));
        assertThat(tasks().open(tenant, Optional.of(Role.CEO), 10)).isEmpty();
        assertThat(tasks().open(tenant(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void an_unknown_tenant_has_no_tasks() {
        var nobody = new TenantId(ids().next());

        assertThat(tasks().open(fresh(nobody, "step 3")).getLeft())
                .isEqualTo(new HumanTaskRefusal.UnknownTaskTenant(nobody));
    }
}
