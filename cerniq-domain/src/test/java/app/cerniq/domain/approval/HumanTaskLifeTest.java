package app.cerniq.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.approval.HumanTask.Changed;
import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever anybody asks of a task, in whatever order: what is true of every life of every task. */
class HumanTaskLifeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Sla HOUR = new Sla(Duration.ofHours(1), 80);
    private static final List<Role> ROLES = List.of(Role.values());
    private static final Actor CLOCK = new Actor.SystemProcess(new UUID(9, 9), "clock");
    private static final Set<What> DECISIONS = EnumSet.of(What.APPROVED, What.REJECTED);
    private static final Set<What> ENDS = EnumSet.of(What.APPROVED, What.REJECTED, What.EXPIRED, What.CANCELLED);

    /** One thing that somebody asks: what, who, and how many minutes after the one before. */
    record Wish(int what, int who, int minutes) {}

    private record Step(HumanTask before, Wish wish, Instant at, Either<HumanTaskRefusal, Changed> answer) {}

    private static Actor user(Role role) {
        return new Actor.User(new UserId(new UUID(7, ROLES.indexOf(role))), role.name(), Set.of(role));
    }

    private static Actor who(Wish wish) {
        return wish.who() < ROLES.size() ? user(ROLES.get(wish.who())) : CLOCK;
    }

    private static HumanTask opened(HumanTaskKind kind, Role role) {
        return HumanTask.open(
                        new HumanTaskId(new TenantId(new UUID(1, 1)), new UUID(2, 2)),
                        new TaskTopic(kind, "negotiation", "17", "message 4"),
                        "Look at deal 17",
                        kind.isApproval() ? TaskBrief.asking("25 %") : TaskBrief.NONE,
                        Urgency.HIGH,
                        role,
                        HOUR,
                        Optional.empty(),
                        CLOCK,
                        NOON)
                .next();
    }

    private static Either<HumanTaskRefusal, Changed> ask(HumanTask task, Wish wish, Instant at) {
        var by = who(wish);
        var minutes = Duration.ofMinutes(wish.minutes());
        return switch (wish.what()) {
            case 0 -> task.assign(new UserId(by.id()), by, at);
            case 1 ->
                task.delegate(
                        new Colleague(
                                new UserId(by.id()), by instanceof Actor.User user ? user.roles() : Set.of(), true),
                        at.plus(minutes),
                        user(task.role()),
                        at,
                        "on the road");
            case 2 -> task.takeBack(CLOCK, at);
            case 3 -> task.beginReview(by, at);
            case 4 -> task.followUp(at.plus(minutes), by, at, "later");
            case 5 -> task.approve(by, at, "yes");
            case 6 -> task.reject(by, at, "no");
            case 7 -> task.cancel(by, at, "not needed");
            case 8 -> task.warn(CLOCK, at);
            case 9 -> task.escalate(Role.DIRECTOR, HOUR, CLOCK, at);
            default -> task.expire(CLOCK, at);
        };
    }

    private static List<Step> live(HumanTaskKind kind, Role role, List<Wish> wishes) {
        var task = opened(kind, role);
        var at = NOON;
        var steps = new ArrayList<Step>();
        for (var wish : wishes) {
            at = at.plus(Duration.ofMinutes(wish.minutes()));
            var answer = ask(task, wish, at);
            steps.add(new Step(task, wish, at, answer));
            task = answer.map(Changed::next).getOrElse(task);
        }
        return steps;
    }

    private static List<Wish> wishes(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> new Wish(number % 11, number / 11 % (ROLES.size() + 1), number / 121 % 50))
                .toList();
    }

    @Property(tries = 500)
    void every_change_is_one_version_and_one_line(
            @ForAll HumanTaskKind kind,
            @ForAll Role role,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 6_049) Integer> numbers) {
        for (var step : live(kind, role, wishes(numbers))) {
            step.answer().peek(changed -> {
                assertThat(changed.next().version()).isEqualTo(step.before().version() + 1);
                assertThat(changed.entry().version()).isEqualTo(changed.next().version());
                assertThat(changed.entry().at()).isEqualTo(step.at());
                assertThat(changed.next().topic()).isEqualTo(step.before().topic());
                assertThat(changed.next().brief()).isEqualTo(step.before().brief());
            });
        }
    }

    @Property(tries = 500)
    void a_closed_task_stays_as_it_is_and_says_who_closed_it(
            @ForAll HumanTaskKind kind,
            @ForAll Role role,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 6_049) Integer> numbers) {
        for (var step : live(kind, role, wishes(numbers))) {
            if (!step.before().status().isOpen()) {
                assertThat(step.answer().getLeft())
                        .isEqualTo(new HumanTaskRefusal.AlreadyClosed(
                                step.before().id(),
                                step.before().status(),
                                step.before().outcome()));
            }
            step.answer().peek(changed -> {
                assertThat(changed.next().outcome().isPresent())
                        .isEqualTo(ENDS.contains(changed.entry().what()));
                assertThat(changed.next().wakeAt().isPresent())
                        .isEqualTo(changed.next().status().isOpen());
            });
        }
    }

    @Property(tries = 500)
    void a_yes_is_a_persons_with_the_role_or_more_authority_and_nobodys_answer_is_never_one(
            @ForAll HumanTaskKind kind,
            @ForAll Role role,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 6_049) Integer> numbers) {
        for (var step : live(kind, role, wishes(numbers))) {
            step.answer()
                    .toJavaOptional()
                    .filter(changed -> DECISIONS.contains(changed.entry().what()))
                    .ifPresent(decided -> {
                        var isNobodys = step.wish().what() == 10;
                        assertThat(isNobodys && decided.entry().what() == What.APPROVED)
                                .isFalse();
                        assertThat(isNobodys || step.before().mayBeDecidedBy(who(step.wish())))
                                .isTrue();
                        assertThat(isNobodys && step.at().isBefore(step.before().dueAt()))
                                .isFalse();
                    });
        }
    }

    @Property(tries = 500)
    void the_time_of_a_task_only_moves_by_a_follow_up_or_another_role(
            @ForAll HumanTaskKind kind,
            @ForAll Role role,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 6_049) Integer> numbers) {
        for (var step : live(kind, role, wishes(numbers))) {
            step.answer()
                    .toJavaOptional()
                    .filter(changed -> changed.next().status().isOpen())
                    .ifPresent(changed -> {
                        var what = changed.entry().what();
                        if (what != What.PUT_OFF && what != What.ESCALATED) {
                            assertThat(changed.next().dueAt())
                                    .isEqualTo(step.before().dueAt());
                        }
                        assertThat(changed.next().progress().followUps()).isLessThanOrEqualTo(HumanTask.FOLLOW_UPS);
                        assertThat(what == What.PUT_OFF && kind.isApproval()).isFalse();
                        changed.next()
                                .warnAt()
                                .ifPresent(warning -> assertThat(warning)
                                        .isBefore(changed.next().dueAt()));
                    });
        }
    }

    @Property(tries = 500)
    void who_may_decide_may_always_decide_while_it_is_open(
            @ForAll HumanTaskKind kind,
            @ForAll Role role,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 6_049) Integer> numbers) {
        for (var step : live(kind, role, wishes(numbers))) {
            var task = step.before();
            if (task.status().isOpen()) {
                assertThat(task.approve(user(task.role()), step.at(), "yes").isRight())
                        .isTrue();
                assertThat(task.approve(user(Role.CEO), step.at(), "yes").isRight())
                        .isTrue();
                assertThat(task.approve(CLOCK, step.at(), "yes").isRight()).isFalse();
            }
        }
    }

    @Property
    void a_settlement_says_what_was_decided_elsewhere_by_whoever_did(@ForAll Role role) {
        var by = ActorRef.of(user(role));
        var facts = new TaskSettlement(
                HumanTaskStatus.APPROVED, by, Authority.DIRECTOR, NOON, Optional.of("20 %"), "a good customer");

        var settled = opened(HumanTaskKind.DISCOUNT_APPROVAL, Role.SALES_MANAGER)
                .settle(facts)
                .get();

        assertThat(settled.entry())
                .isEqualTo(new HumanTaskEntry(
                        2, What.APPROVED, by, Authority.DIRECTOR, NOON, Optional.of("20 %"), "a good customer"));
        assertThat(settled.next().settle(facts).getLeft()).isInstanceOf(HumanTaskRefusal.AlreadyClosed.class);
    }
}
