package app.cerniq.domain.runtime.saga;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.runtime.saga.StepPlan.OnRefusal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** I10 and its company, for sagas of every shape, answers of every kind, crashes, late answers and people who meddle. */
class SagaPropertiesTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final ActorRef RUNNER = ActorRef.of(new Actor.SystemProcess(new UUID(0, 1), "runner"));
    private static final Actor PERSON =
            new Actor.User(new UserId(new UUID(0, 2)), "accountant", Set.of(Role.ACCOUNTANT));
    private static final FailureCatalogue CATALOGUE = FailureCatalogue.standard();
    private static final List<StepClass> CLASSES = List.of(
            StepClass.COMPENSATABLE,
            StepClass.COMPENSATABLE,
            StepClass.COMPENSATABLE,
            StepClass.COMPENSATABLE,
            StepClass.PIVOT,
            StepClass.RETRIABLE);
    private static final List<String> CODES = List.of(
            "OBLIO_API_TIMEOUT",
            "OBLIO_API_RATE_LIMIT",
            "SPV_MAINTENANCE",
            "SPV_VALIDATION_ERROR",
            "STOCK_INSUFFICIENT",
            "NEVER_SEEN");

    /** What really happened outside, as far as anybody could know: the things that must hold of it. */
    private static final class World {
        private final Random chance;
        private final List<String> effects = new ArrayList<>();
        private Saga saga;
        private Instant now = START;

        World(long seed) {
            this.chance = new Random(seed);
            var plan = plan();
            var id = new SagaId(new TenantId(new UUID(0, 3)), new UUID(0, 4));
            this.saga = Saga.start(
                            id, plan, new SagaSubject("negotiation", new UUID(0, 5), 1), "quote 1", RUNNER, START)
                    .next();
        }

        private SagaPlan plan() {
            var steps = new ArrayList<StepPlan>();
            var count = 2 + chance.nextInt(6);
            for (var i = 0; i < count; i++) {
                var after = i == 0
                        ? Set.<StepName>of()
                        : Set.of(steps.get(chance.nextInt(2) == 0 ? i - 1 : chance.nextInt(i))
                                .name());
                var stepClass = CLASSES.get(chance.nextInt(CLASSES.size()));
                steps.add(new StepPlan(
                        new StepName("STEP_" + i),
                        stepClass,
                        after,
                        chance.nextBoolean() ? OnRefusal.UNDO : OnRefusal.ASK,
                        Duration.ofMinutes(chance.nextInt(3) * 10L)));
            }
            return new SagaPlan("TEST", steps);
        }

        void live(int rounds) {
            for (var i = 0; i < rounds && !saga.status().isOver(); i++) {
                now = now.plus(Duration.ofMinutes(chance.nextInt(40)));
                if (chance.nextInt(6) == 0) {
                    meddle();
                } else {
                    saga.todoAt(now).ifPresent(this::carryOut);
                }
                check();
            }
        }

        private void carryOut(Todo todo) {
            saga.running(RUNNER, now).begin(todo).ifPresent(this::take);
            if (chance.nextInt(8) == 0) {
                return; // the runner crashed before, or after, or in the middle of the call
            }
            var attempt = saga.step(todo.step()).orElseThrow().attempts();
            note(todo);
            now = now.plusSeconds(chance.nextInt(90));
            var late = chance.nextInt(10) == 0;
            take(saga.running(RUNNER, now)
                    .answered(todo, late ? attempt - 1 : attempt, answer(todo.kind()), CATALOGUE));
        }

        private void note(Todo todo) {
            var step = saga.step(todo.step()).orElseThrow();
            if (todo.kind() == Todo.Kind.PERFORM) {
                assertThat(step.state()).isEqualTo(StepState.PLANNED);
                effects.add("do " + todo.step());
            } else if (todo.kind() == Todo.Kind.UNDO) {
                assertThat(step.state()).isEqualTo(StepState.COMPENSATING);
                assertThat(saga.steps())
                        .as("nothing is undone after a pivot")
                        .noneMatch(other ->
                                other.plan().stepClass() == StepClass.PIVOT && other.state() == StepState.DONE);
                var later = saga.steps().stream()
                        .filter(other -> other.plan().stepClass() == StepClass.COMPENSATABLE)
                        .filter(other ->
                                other.doneAs().orElse(0) > step.doneAs().orElseThrow())
                        .toList();
                assertThat(later)
                        .as("everything that was done later is undone, or was tried to be, before")
                        .allMatch(other -> other.state() == StepState.COMPENSATED
                                || other.state() == StepState.COMPENSATION_FAILED);
                effects.add("undo " + todo.step());
            }
        }

        private StepAnswer answer(Todo.Kind kind) {
            var failure = Failure.of(CODES.get(chance.nextInt(CODES.size())), "It went wrong.", now);
            var looked = kind == Todo.Kind.LOOK || kind == Todo.Kind.LOOK_FOR_UNDO;
            return switch (chance.nextInt(looked ? 6 : 7)) {
                case 0 -> new StepAnswer.Unavailable(failure);
                case 1 -> looked ? new StepAnswer.Absent() : new StepAnswer.Refused(failure);
                case 2 -> new StepAnswer.Unknown(failure);
                case 3 ->
                    looked
                            ? new StepAnswer.Absent()
                            : StepAnswer.NotYet.having("half", now.plus(Duration.ofMinutes(20)), "It takes time.");
                default -> new StepAnswer.Done("done");
            };
        }

        private void meddle() {
            var steps = saga.steps();
            var name = steps.get(chance.nextInt(steps.size())).name();
            var steering = saga.steering(PERSON, now);
            var asked = switch (chance.nextInt(8)) {
                case 0 -> steering.retry(name, "again");
                case 1 -> steering.skip(name, "not needed");
                case 2 -> steering.resolve(name, Optional.of("by hand"), "I did it");
                case 3 -> steering.resolve(name, Optional.empty(), "it is not there");
                case 4 -> steering.undo("the customer left");
                case 5 -> steering.park("let me look");
                case 6 -> steering.unpark("go on");
                default ->
                    steering.wake(Set.of(name), "news")
                            .<io.vavr.control.Either<SagaRefusal, SagaChange>>map(io.vavr.control.Either::right)
                            .orElseGet(() -> io.vavr.control.Either.left(
                                    new SagaRefusal.WrongStatus("be woken", saga.status(), "a waiting one")));
            };
            asked.forEach(this::take);
        }

        private void take(SagaChange change) {
            var next = change.next();
            assertThat(next.version()).isEqualTo(saga.version() + 1);
            assertThat(next.entries())
                    .isEqualTo(saga.entries() + change.entries().size());
            for (var step : next.steps()) {
                var before = saga.step(step.name()).orElseThrow();
                if (before.state() != step.state()) {
                    assertThat(before.state().next())
                            .as(step.name() + " of " + change.entries())
                            .contains(step.state());
                }
                var calledAgain = step.attempts() > before.attempts();
                assertThat(calledAgain && before.state() == StepState.UNKNOWN)
                        .as("what is unknown is looked for before it is called again")
                        .isFalse();
            }
            saga = next;
        }

        private void check() {
            if (saga.status() == SagaStatus.DONE) {
                assertThat(saga.steps()).allMatch(step -> step.state().isPassed());
            } else if (saga.status() == SagaStatus.COMPENSATED) {
                assertThat(saga.steps())
                        .filteredOn(step -> step.plan().stepClass() == StepClass.COMPENSATABLE)
                        .noneMatch(step ->
                                step.state() == StepState.DONE || step.state().isInFlight());
            } else {
                assertThat(saga.dueAt().isPresent()
                                || saga.status() == SagaStatus.STUCK
                                || saga.status() == SagaStatus.PARKED)
                        .as("a saga that is not over has something to do or is visible: " + saga.steps())
                        .isTrue();
            }
        }
    }

    @Property(tries = 1000)
    void whatever_happens_no_rule_is_broken(@ForAll long seed) {
        new World(seed).live(60);
    }

    @Property(tries = 300)
    void left_alone_it_ends_done_or_undone_or_visible(@ForAll long seed) {
        var world = new World(seed);
        world.live(20);
        while (world.saga.parked().isEmpty() && world.saga.dueAt().isPresent() && world.saga.entries() < 100_000) {
            world.now = world.now.plus(Duration.ofDays(7));
            world.saga.todoAt(world.now).ifPresent(world::carryOut);
        }

        assertThat(world.saga.status())
                .isIn(SagaStatus.DONE, SagaStatus.COMPENSATED, SagaStatus.STUCK, SagaStatus.PARKED);
    }

    @Property(tries = 300)
    void when_nothing_goes_wrong_every_step_is_done_once(@ForAll long seed) {
        var world = new World(seed);
        while (!world.saga.status().isOver()) {
            var todo = world.saga.todoAt(world.now).orElseThrow();
            world.saga.running(RUNNER, world.now).begin(todo).ifPresent(world::take);
            var attempt = world.saga.step(todo.step()).orElseThrow().attempts();
            world.take(world.saga
                    .running(RUNNER, world.now)
                    .answered(todo, attempt, new StepAnswer.Done("done"), CATALOGUE));
        }

        assertThat(world.saga.status()).isEqualTo(SagaStatus.DONE);
        assertThat(world.saga.steps()).allMatch(step -> step.attempts() == 1);
    }
}
