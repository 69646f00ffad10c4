package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.time.VirtualSchedules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that dies between the commit of the deal and that of its task. */
class DecidingCrashTest {

    private final Desk desk = new Desk();
    private boolean isDying;
    private Cerniq cerniq;
    private HumanTask task;

    @BeforeEach
    void a_discount_that_waits() {
        cerniq = Cerniq.builder()
                .storage(new ForwardingStorage(desk.storage) {
                    @Override
                    public HumanTasks humanTasks() {
                        return mortal(super.humanTasks());
                    }
                })
                .policies(DroolsPolicies.standard())
                .schedules(new VirtualSchedules(desk.clock))
                .notifications(notification -> {})
                .clock(desk.clock)
                .ids(desk.ids)
                .build();
        desk.adds(Goods.WHEAT_SEED, "40", "0");
        var wanted = new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of("25"));
        desk.must(
                People.AGENT,
                (at, ask) -> at.requestDiscount(ask, new RequestDiscount(List.of(wanted), "a large customer")));
        cerniq.runtime().runDue();
        task = cerniq.tasks().open(desk.tenant, Optional.empty(), 10).get(0);
    }

    /** Tasks that cannot be written while the process is dying. */
    private HumanTasks mortal(HumanTasks tasks) {
        return (HumanTasks) Proxy.newProxyInstance(
                HumanTasks.class.getClassLoader(), new Class<?>[] {HumanTasks.class}, (proxy, method, arguments) -> {
                    if (isDying && method.getName().equals("commit")) {
                        throw new StorageUnavailable("the process died", new IllegalStateException());
                    }
                    try {
                        return method.invoke(tasks, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private void diesWhileApproving() {
        isDying = true;
        assertThatThrownBy(() -> cerniq.tasks().approve(task.id(), People.MANAGER, "a good customer"))
                .isInstanceOf(StorageUnavailable.class);
        isDying = false;
    }

    @Test
    void the_event_of_the_deal_closes_the_task() {
        diesWhileApproving();
        assertThat(desk.deal().bargain().approvals()).hasSize(1);
        assertThat(cerniq.tasks().find(task.id())).contains(task);

        cerniq.runtime().runDue();

        var closed = cerniq.tasks().find(task.id()).orElseThrow();
        assertThat(closed.status()).isEqualTo(HumanTaskStatus.APPROVED);
        assertThat(closed.outcome().orElseThrow().by()).isEqualTo(ActorRef.of(People.MANAGER));
    }

    @Test
    void the_same_person_who_tries_again_has_decided_once() {
        diesWhileApproving();

        var again = cerniq.tasks().approve(task.id(), People.MANAGER, "a good customer");

        assertThat(again.get().status()).isEqualTo(HumanTaskStatus.APPROVED);
        assertThat(desk.deal().bargain().approvals()).hasSize(1);
    }

    @Test
    void somebody_else_who_tries_is_told_who_has_decided() {
        diesWhileApproving();

        var other = cerniq.tasks().reject(task.id(), People.DIRECTOR, "no");

        assertThat(other.getLeft()).isInstanceOf(HumanTaskRefusal.AlreadyClosed.class);
        assertThat(other.getLeft().sentence()).contains("approved by user sales manager");
        assertThat(desk.deal().bargain().approvals()).hasSize(1);
    }
}
