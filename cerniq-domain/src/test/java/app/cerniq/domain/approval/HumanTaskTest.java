package app.cerniq.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.approval.HumanTaskRefusal.CannotWait;
import app.cerniq.domain.approval.HumanTaskRefusal.CyclicChain;
import app.cerniq.domain.approval.HumanTaskRefusal.MayNotDecide;
import app.cerniq.domain.approval.HumanTaskRefusal.NotInTime;
import app.cerniq.domain.approval.HumanTaskRefusal.NotYetDue;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HumanTaskTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor MANAGER =
            new Actor.User(new UserId(new UUID(7, 1)), "manager", Set.of(Role.SALES_MANAGER));
    private static final Actor CLOCK = new Actor.SystemProcess(new UUID(9, 9), "clock");
    private static final Colleague DIRECTOR = new Colleague(new UserId(new UUID(7, 2)), Set.of(Role.DIRECTOR), true);
    private static final Colleague REP = new Colleague(new UserId(new UUID(7, 3)), Set.of(Role.SALES_REP), true);

    private static Instant after(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static HumanTask opened(HumanTaskKind kind) {
        return HumanTask.open(
                        new HumanTaskId(new TenantId(new UUID(1, 1)), new UUID(2, 2)),
                        new TaskTopic(kind, "negotiation", "17", "message 4"),
                        "Look at deal 17",
                        Urgency.HIGH,
                        Role.SALES_MANAGER,
                        new Sla(Duration.ofHours(1), 80),
                        CLOCK,
                        NOON)
                .next();
    }

    @Test
    void it_is_lent_to_somebody_who_may_decide_and_comes_back_by_itself() {
        var lent = opened(HumanTaskKind.ESCALATION)
                .delegate(DIRECTOR, after(30), MANAGER, after(1), "on the road")
                .get()
                .next();

        assertThat(lent.assignee()).contains(DIRECTOR.user());
        assertThat(lent.wakeAt()).contains(after(30));
        assertThat(lent.takeBack(CLOCK, after(29)).getLeft()).isInstanceOf(NotYetDue.class);
        var back = lent.takeBack(CLOCK, after(30)).get();
        assertThat(back.entry().what()).isEqualTo(What.RETURNED);
        assertThat(back.next().assignee()).isEmpty();
        assertThat(back.next().wakeAt()).contains(after(48));
    }

    @Test
    void it_is_lent_to_nobody_who_may_not_decide_and_not_beyond_its_deadline() {
        var task = opened(HumanTaskKind.ESCALATION);

        assertThat(task.delegate(REP, after(30), MANAGER, after(1), "on the road")
                        .getLeft())
                .isEqualTo(new MayNotDecide(REP.user(), Role.SALES_MANAGER));
        assertThat(task.delegate(DIRECTOR, after(61), MANAGER, after(1), "on the road")
                        .getLeft())
                .isEqualTo(new NotInTime(task.id(), after(61), after(1), after(60)));
        assertThat(task.delegate(DIRECTOR, after(1), MANAGER, after(1), "on the road")
                        .getLeft())
                .isInstanceOf(NotInTime.class);
    }

    @Test
    void what_nobody_waits_for_is_put_off_with_the_time_that_is_left() {
        var later = opened(HumanTaskKind.ESCALATION)
                .followUp(after(300), MANAGER, after(20), "the customer is back then")
                .get()
                .next();

        assertThat(later.wakeAt()).contains(after(300));
        assertThat(later.dueAt()).isEqualTo(after(340));
        assertThat(later.assignee()).contains(new UserId(MANAGER.id()));
    }

    @Test
    void what_asks_for_a_yes_or_no_cannot_be_put_off() {
        var task = opened(HumanTaskKind.DISCOUNT_APPROVAL);

        assertThat(task.followUp(after(30), MANAGER, after(20), "later").getLeft())
                .isEqualTo(new CannotWait(task.id(), HumanTaskKind.DISCOUNT_APPROVAL, 0));
    }

    @Test
    void nothing_is_put_off_for_ever() {
        var task = opened(HumanTaskKind.ESCALATION);
        var tooFar = after(1).plus(HumanTask.LONGEST_FOLLOW_UP).plusMillis(1);
        assertThat(task.followUp(tooFar, MANAGER, after(1), "next year").getLeft())
                .isInstanceOf(NotInTime.class);

        for (var time = 1; time <= HumanTask.FOLLOW_UPS; time++) {
            task = task.followUp(after(10L * time + 5), MANAGER, after(10L * time), "later")
                    .get()
                    .next();
        }

        assertThat(task.followUp(after(50), MANAGER, after(45), "later").getLeft())
                .isEqualTo(new CannotWait(task.id(), HumanTaskKind.ESCALATION, 3));
    }

    @Test
    void who_does_not_act_is_warned_once_and_reminded_once() {
        var warned =
                opened(HumanTaskKind.ESCALATION).warn(CLOCK, after(48)).get().next();

        assertThat(warned.warnAt()).contains(after(54));
        var reminded = warned.warn(CLOCK, after(54)).get();
        assertThat(reminded.entry().what()).isEqualTo(What.REMINDED);
        assertThat(reminded.next().warnAt()).isEmpty();
        assertThat(reminded.next().warn(CLOCK, after(55)).getLeft()).isInstanceOf(NotYetDue.class);
    }

    @Test
    void another_value_than_the_one_asked_for_may_be_granted() {
        var task = HumanTask.open(
                        new HumanTaskId(new TenantId(new UUID(1, 1)), new UUID(2, 2)),
                        new TaskTopic(HumanTaskKind.PAYMENT_PLAN, "negotiation", "17", "message 4"),
                        "Three instalments",
                        TaskBrief.asking("3 × 400"),
                        Urgency.HIGH,
                        Role.SALES_MANAGER,
                        new Sla(Duration.ofHours(1), 80),
                        Optional.empty(),
                        CLOCK,
                        NOON)
                .next();

        assertThat(task.approve(MANAGER, after(1), "as asked").get().entry().value())
                .contains("3 × 400");
        assertThat(task.approve(MANAGER, after(1), Optional.of("2 × 600"), "two")
                        .get()
                        .entry()
                        .value())
                .contains("2 × 600");
        assertThat(task.reject(MANAGER, after(1), "no").get().entry().value()).isEmpty();
    }

    @Test
    void a_chain_that_goes_in_a_circle_is_refused_by_who_stands_in_it_twice() {
        var circle = List.of(Role.SALES_MANAGER, Role.DIRECTOR, Role.SALES_MANAGER);

        assertThat(EscalationChain.of(circle).getLeft()).isEqualTo(new CyclicChain(circle, Role.SALES_MANAGER));
        assertThat(EscalationChain.of(circle).getLeft().sentence()).contains("comes to SALES_MANAGER twice");
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationChain(circle));
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationChain(List.of()));
    }

    @Test
    void a_chain_says_who_is_next_and_where_it_ends() {
        var chain = new EscalationChain(List.of(Role.SALES_MANAGER, Role.CEO));

        assertThat(chain.after(Role.SALES_MANAGER)).contains(Role.CEO);
        assertThat(chain.after(Role.CEO)).isEmpty();
        assertThat(chain.knows(Role.DIRECTOR)).isFalse();
        assertThat(chain.after(Role.DIRECTOR)).isEmpty();
    }

    @Test
    void a_tenants_time_for_a_role_goes_before_its_time_for_everybody() {
        var terms = new ApprovalTerms(
                List.of(
                        new ApprovalTerms.Time(HumanTaskKind.ESCALATION, Optional.empty(), Duration.ofMinutes(5)),
                        new ApprovalTerms.Time(
                                HumanTaskKind.ESCALATION, Optional.of(Role.CEO), Duration.ofMinutes(50))),
                Optional.empty(),
                AssignmentStrategy.MANUAL);

        assertThat(terms.within(HumanTaskKind.ESCALATION, Role.CEO)).contains(Duration.ofMinutes(50));
        assertThat(terms.within(HumanTaskKind.ESCALATION, Role.DIRECTOR)).contains(Duration.ofMinutes(5));
        assertThat(terms.within(HumanTaskKind.TAKEOVER, Role.CEO)).isEmpty();
    }

    @Test
    void a_task_is_given_to_whoever_has_least_or_waited_longest() {
        var one = new Colleague(new UserId(new UUID(7, 1)), Set.of(Role.SALES_MANAGER), true);
        var two = new Colleague(new UserId(new UUID(7, 2)), Set.of(Role.SALES_MANAGER), true);
        var away = new Colleague(new UserId(new UUID(7, 3)), Set.of(Role.SALES_MANAGER), false);
        var loads = List.of(new Workload(one.user(), 1, after(5)), new Workload(two.user(), 4, after(2)));

        assertThat(AssignmentStrategy.MANUAL.choose(List.of(one, two, away), loads))
                .isEmpty();
        assertThat(AssignmentStrategy.LEAST_LOADED.choose(List.of(one, two, away), loads))
                .contains(one.user());
        assertThat(AssignmentStrategy.ROUND_ROBIN.choose(List.of(one, two, away), loads))
                .contains(two.user());
        assertThat(AssignmentStrategy.ROUND_ROBIN.choose(List.of(away), loads)).isEmpty();
    }

    @Test
    void what_hurries_and_is_late_presses_most() {
        var takeover = opened(HumanTaskKind.TAKEOVER);
        var escalation = opened(HumanTaskKind.ESCALATION);

        assertThat(QueueScore.of(takeover, after(1))).isGreaterThan(QueueScore.of(escalation, after(1)));
        assertThat(QueueScore.of(escalation, after(30))).isGreaterThan(QueueScore.of(escalation, after(1)));
        assertThat(QueueScore.of(escalation, after(60))).isEqualTo(1_000 * 16 * 100 * 1.5 + 60);
        assertThat(QueueScore.usedShare(escalation, after(30))).isEqualTo(0.5);
    }

    @Test
    void a_brief_is_short_and_its_facts_have_names() {
        assertThat(TaskBrief.asking("25 %").and("tier", "MANAGER").fact("tier")).contains("MANAGER");
        assertThatIllegalArgumentException().isThrownBy(() -> TaskBrief.NONE.and("a name", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskBrief.NONE.and("name", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskBrief.asking("x".repeat(2_001)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskBrief(Map.of("name", "x".repeat(201)), Optional.empty()));
    }
}
