package app.cerniq.domain.runtime.saga;

import static io.vavr.control.Either.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.runtime.saga.StepPlan.OnRefusal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A saga of three steps, the last one a pivot, and what can become of it. */
class SagaTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final StepName ORDER = new StepName("ORDER");
    private static final StepName BILL = new StepName("BILL");
    private static final StepName REPORT = new StepName("REPORT");
    private static final SagaPlan PLAN = new SagaPlan(
            "TEST",
            List.of(
                    step(ORDER, StepClass.COMPENSATABLE, OnRefusal.UNDO),
                    step(BILL, StepClass.COMPENSATABLE, OnRefusal.UNDO, ORDER),
                    step(REPORT, StepClass.PIVOT, OnRefusal.ASK, BILL)));
    private static final Actor RUNNER = new Actor.SystemProcess(new UUID(0, 1), "runner");
    private static final Actor PERSON =
            new Actor.User(new UserId(new UUID(0, 2)), "accountant", Set.of(Role.ACCOUNTANT));

    private Saga saga = Saga.start(
                    new SagaId(new TenantId(new UUID(0, 3)), new UUID(0, 4)),
                    PLAN,
                    new SagaSubject("negotiation", new UUID(0, 5), 1),
                    "quote 1",
                    ActorRef.of(RUNNER),
                    NOON)
            .next();
    private Instant now = NOON;

    private static StepPlan step(StepName name, StepClass stepClass, OnRefusal onRefusal, StepName... after) {
        return new StepPlan(name, stepClass, Set.of(after), onRefusal, Duration.ofMinutes(10));
    }

    private SagaStep does(StepAnswer answer) {
        var todo = saga.todoAt(now).orElseThrow();
        saga.running(ActorRef.of(RUNNER), now).begin(todo).ifPresent(change -> saga = change.next());
        var attempt = saga.step(todo.step()).orElseThrow().attempts();
        saga = saga.running(ActorRef.of(RUNNER), now)
                .answered(todo, attempt, answer, FailureCatalogue.standard())
                .next();
        return saga.step(todo.step()).orElseThrow();
    }

    private StepState stateOf(StepName name) {
        return saga.step(name).orElseThrow().state();
    }

    private Failure failure(String code) {
        return Failure.of(code, "As the test wants.", now);
    }

    @Test
    void step_by_step_it_is_done() {
        does(new StepAnswer.Done("PF 1"));
        does(new StepAnswer.Done("FCT 1"));
        var last = does(new StepAnswer.Done("5000"));

        assertThat(saga.status()).isEqualTo(SagaStatus.DONE);
        assertThat(last.result()).contains("5000");
        assertThat(saga.todoAt(now)).isEmpty();
        assertThat(saga.dueAt()).isEmpty();
    }

    @Test
    void what_is_not_executed_is_tried_again_after_the_pauses_of_the_catalogue_and_then_a_person_is_asked() {
        for (var pause : List.of(5, 5, 5)) {
            var waiting = does(new StepAnswer.Unavailable(failure("OBLIO_API_TIMEOUT")));
            assertThat(waiting.dueAt()).contains(now.plusSeconds(pause));
            assertThat(saga.status()).isEqualTo(SagaStatus.WAITING);
            now = now.plusSeconds(pause);
        }

        does(new StepAnswer.Unavailable(failure("OBLIO_API_TIMEOUT")));

        assertThat(stateOf(ORDER)).isEqualTo(StepState.FAILED);
        assertThat(saga.status()).isEqualTo(SagaStatus.STUCK);
    }

    @Test
    void an_unknown_outcome_is_looked_for_and_an_early_absence_proves_nothing() {
        does(new StepAnswer.Unknown(failure("OBLIO_OUTCOME_UNKNOWN")));
        now = now.plus(Duration.ofMinutes(1));

        assertThat(saga.todoAt(now)).contains(new Todo(ORDER, Todo.Kind.LOOK));
        does(new StepAnswer.Absent());
        assertThat(stateOf(ORDER)).isEqualTo(StepState.UNKNOWN);
        assertThat(saga.dueAt()).contains(NOON.plus(Duration.ofMinutes(10)));

        now = NOON.plus(Duration.ofMinutes(10));
        does(new StepAnswer.Absent());
        assertThat(saga.todoAt(now)).contains(new Todo(ORDER, Todo.Kind.PERFORM));
    }

    @Test
    void what_a_look_finds_is_adopted_and_not_done_again() {
        does(new StepAnswer.Unknown(failure("OBLIO_OUTCOME_UNKNOWN")));
        now = now.plus(Duration.ofMinutes(1));

        var found = does(new StepAnswer.Done("PF 7"));

        assertThat(found.result()).contains("PF 7");
        assertThat(found.attempts()).isOne();
    }

    @Test
    void a_crash_in_the_middle_of_a_call_leaves_something_to_look_for() {
        var todo = saga.todoAt(now).orElseThrow();
        saga = saga.running(ActorRef.of(RUNNER), now).begin(todo).orElseThrow().next();

        assertThat(saga.todoAt(now)).contains(new Todo(ORDER, Todo.Kind.LOOK));
    }

    @Test
    void a_refusal_for_a_reason_of_business_undoes_what_was_done_in_reverse() {
        does(new StepAnswer.Done("PF 1"));
        does(new StepAnswer.Refused(failure("STOCK_INSUFFICIENT")));

        assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATING);
        assertThat(saga.todoAt(now)).contains(new Todo(ORDER, Todo.Kind.UNDO));
        does(new StepAnswer.Done("cancelled"));
        assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
        assertThat(stateOf(BILL)).isEqualTo(StepState.FAILED);
    }

    @Test
    void what_cannot_be_undone_is_seen_and_the_rest_is_undone_all_the_same() {
        does(new StepAnswer.Done("PF 1"));
        does(new StepAnswer.Done("FCT 1"));
        saga = saga.steering(PERSON, now).undo("the customer left").get().next();

        does(new StepAnswer.Refused(failure("OBLIO_DOCUMENT_REFUSED")));
        assertThat(saga.status()).isEqualTo(SagaStatus.STUCK);
        does(new StepAnswer.Done("cancelled"));

        assertThat(stateOf(BILL)).isEqualTo(StepState.COMPENSATION_FAILED);
        assertThat(stateOf(ORDER)).isEqualTo(StepState.COMPENSATED);
        assertThat(saga.status()).isEqualTo(SagaStatus.STUCK);

        saga = saga.steering(PERSON, now)
                .resolve(BILL, Optional.of("FCT 2"), "I made the storno by hand")
                .get()
                .next();
        assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
    }

    @Test
    void after_the_pivot_there_is_no_way_back() {
        does(new StepAnswer.Done("PF 1"));
        does(new StepAnswer.Done("FCT 1"));
        does(StepAnswer.NotYet.having("5000", now.plusSeconds(60), "SPV is processing it."));

        assertThat(saga.steering(PERSON, now).undo("too late"))
                .isEqualTo(left(new SagaRefusal.StillInFlight(REPORT, StepState.WAITING)));
        assertThat(saga.steering(PERSON, now).skip(REPORT, "never mind").isLeft())
                .isTrue();
    }

    @Test
    void a_late_answer_is_written_down_and_changes_nothing() {
        var todo = saga.todoAt(now).orElseThrow();
        saga = saga.running(ActorRef.of(RUNNER), now).begin(todo).orElseThrow().next();
        saga = saga.running(ActorRef.of(RUNNER), now)
                .begin(saga.todoAt(now).orElseThrow())
                .orElseThrow()
                .next();
        saga = saga.steering(PERSON, now)
                .resolve(ORDER, Optional.of("PF 9"), "found it")
                .get()
                .next();

        var late = saga.running(ActorRef.of(RUNNER), now)
                .answered(todo, 1, new StepAnswer.Done("PF 10"), FailureCatalogue.standard());

        assertThat(late.next().step(ORDER).orElseThrow().result()).contains("PF 9");
        assertThat(late.entries().get(0).what()).isEqualTo(SagaEntry.What.CAME_LATE);
        assertThat(late.entries().get(0).note()).isEqualTo("PF 10");
    }

    @Test
    void a_parked_saga_has_nothing_to_do_until_it_is_unparked() {
        saga = saga.steering(PERSON, now).park("let me look").get().next();

        assertThat(saga.status()).isEqualTo(SagaStatus.PARKED);
        assertThat(saga.todoAt(now)).isEmpty();
        assertThat(saga.dueAt()).isEmpty();
        saga = saga.steering(PERSON, now).unpark("go on").get().next();
        assertThat(saga.todoAt(now)).isPresent();
    }

    @Test
    void an_agent_decides_nothing_about_a_saga_and_a_timer_not_much() {
        var agent = new Actor.AiAgent(new UUID(0, 9), "agent");

        assertThat(saga.steering(agent, now).park("because").getLeft().code()).isEqualTo("ONLY_FOR_PEOPLE");
        assertThat(saga.steering(RUNNER, now).skip(ORDER, "because").getLeft().code())
                .isEqualTo("ONLY_FOR_PEOPLE");
        assertThat(saga.steering(RUNNER, now).park("too many refusals").isRight())
                .isTrue();
    }

    @Test
    void a_step_that_failed_is_retried_or_left_out_by_a_person() {
        does(new StepAnswer.Refused(failure("OBLIO_UNAUTHORISED")));
        assertThat(saga.status()).isEqualTo(SagaStatus.STUCK);

        saga = saga.steering(PERSON, now).retry(ORDER, "new credentials").get().next();
        does(new StepAnswer.Refused(failure("OBLIO_UNAUTHORISED")));
        saga = saga.steering(PERSON, now).skip(ORDER, "made by hand").get().next();

        assertThat(saga.todoAt(now)).contains(new Todo(BILL, Todo.Kind.PERFORM));
        assertThat(saga.steering(PERSON, now).retry(ORDER, "no").getLeft().describe())
                .contains("SKIPPED");
    }

    @Test
    void a_plan_in_which_a_step_waits_for_a_later_one_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SagaPlan(
                        "TEST",
                        List.of(
                                step(BILL, StepClass.PIVOT, OnRefusal.ASK, ORDER),
                                PLAN.steps().get(0))))
                .withMessageContaining("BILL waits for [ORDER]");
    }

    @Test
    void the_guide_says_where_every_state_goes() throws IOException {
        var guide = Files.readString(Path.of("../docs/sagas.md")).lines().toList();

        for (var state : StepState.values()) {
            var next = state.next().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
            assertThat(guide)
                    .as(state.name())
                    .anyMatch(line -> line.startsWith("| " + state + " |")
                            && line.endsWith(next.isEmpty() ? "| |" : "| " + next + " |"));
        }
    }
}
