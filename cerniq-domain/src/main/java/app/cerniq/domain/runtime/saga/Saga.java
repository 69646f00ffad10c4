package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A saga as it stands. It is a value: what happens to it gives the next value and lines for the journal.
 *
 * <p>It always ends done, undone, or visible to a person (I10); it never undoes anything after its pivot, never calls a
 * step again whose last call nobody knows the end of, and undoes in the exact reverse of the order in which things were
 * done.
 *
 * @param plan the name of its kind
 * @param basis what it was begun for, for example the hash of a quote: every step looks whether that still stands; 1 to 200
 *     characters
 * @param version the number of changes so far
 * @param entries how many lines its journal has
 * @param steps in the order of the plan
 * @param isUndoing whether it goes backwards; once it does, it never goes forwards again
 * @param parked empty unless a person stopped it
 */
public record Saga(
        SagaId id,
        String plan,
        SagaSubject subject,
        String basis,
        long version,
        int entries,
        List<SagaStep> steps,
        boolean isUndoing,
        Optional<Parked> parked,
        ActorRef startedBy,
        Instant startedAt) {

    public Saga {
        steps = List.copyOf(steps);
        if (basis.isBlank() || basis.length() > 200) {
            throw new IllegalArgumentException(
                    "A saga is begun for something of 1 to 200 characters, not for \"" + basis + "\".");
        }
    }

    /** Who stopped it, and why. */
    public record Parked(ActorRef by, Instant at, String reason) {}

    /** A new saga; nothing has been done yet. */
    public static SagaChange start(
            SagaId id, SagaPlan plan, SagaSubject subject, String basis, ActorRef by, Instant at) {
        var steps = plan.steps().stream().map(SagaStep::of).toList();
        var saga = new Saga(id, plan.name(), subject, basis, 0, 0, steps, false, Optional.empty(), by, at);
        return saga.changed(by, at, SagaEntry.What.STARTED, Optional.empty(), subject.toString());
    }

    /** What a runner does with it. */
    public Running running(ActorRef by, Instant at) {
        return new Running(this, by, at);
    }

    /** What a person does with it. */
    public Steering steering(Actor actor, Instant at) {
        return new Steering(this, actor, at);
    }

    public SagaStatus status() {
        if (parked.isPresent()) {
            return SagaStatus.PARKED;
        }
        return isUndoing ? statusBackwards() : statusForwards();
    }

    private SagaStatus statusForwards() {
        if (steps.stream().allMatch(step -> step.state().isPassed())) {
            return SagaStatus.DONE;
        }
        if (steps.stream().anyMatch(SagaStep::isStuck)) {
            return SagaStatus.STUCK;
        }
        return steps.stream().anyMatch(step -> step.state() == StepState.PLANNED || isReady(step))
                ? SagaStatus.RUNNING
                : SagaStatus.WAITING;
    }

    private SagaStatus statusBackwards() {
        var isStuck = steps.stream()
                .anyMatch(step -> step.state() == StepState.COMPENSATION_FAILED
                        || (step.isAsked() && step.state().isToBeUndone()));
        if (isStuck) {
            return SagaStatus.STUCK;
        }
        return toUndo().isPresent() ? SagaStatus.COMPENSATING : SagaStatus.COMPENSATED;
    }

    /** What there is to do at an instant; empty where it waits, is parked or is over. */
    public Optional<Todo> todoAt(Instant at) {
        if (parked.isPresent()) {
            return Optional.empty();
        }
        return isUndoing ? toUndo().flatMap(step -> backwards(step, at)) : forwards(at);
    }

    private Optional<Todo> forwards(Instant at) {
        var looking = steps.stream()
                .filter(step ->
                        step.state() == StepState.PLANNED || (step.state() == StepState.UNKNOWN && isDue(step, at)))
                .map(step -> new Todo(step.name(), Todo.Kind.LOOK));
        var performing = steps.stream()
                .filter(step -> isReady(step) || (step.state() == StepState.WAITING && isDue(step, at)))
                .map(step -> new Todo(step.name(), Todo.Kind.PERFORM));
        return Stream.concat(looking, performing).findFirst();
    }

    private static Optional<Todo> backwards(SagaStep step, Instant at) {
        return switch (step.state()) {
            case DONE -> Optional.of(new Todo(step.name(), Todo.Kind.UNDO));
            case COMPENSATING -> Optional.of(new Todo(step.name(), Todo.Kind.LOOK_FOR_UNDO));
            case COMPENSATION_WAITING ->
                Optional.of(new Todo(step.name(), Todo.Kind.UNDO)).filter(todo -> isDue(step, at));
            default ->
                Optional.of(new Todo(step.name(), Todo.Kind.LOOK_FOR_UNDO)).filter(todo -> isDue(step, at));
        };
    }

    /** When there is something to do next, if nobody wakes it before; empty where nothing will be. */
    public Optional<Instant> dueAt() {
        if (parked.isPresent()) {
            return Optional.empty();
        }
        var next = isUndoing ? toUndo().stream() : steps.stream().filter(step -> mayGoOn(step));
        return next.map(step -> step.dueAt().orElse(startedAt)).min(Comparator.naturalOrder());
    }

    private boolean mayGoOn(SagaStep step) {
        return isReady(step)
                || step.state() == StepState.PLANNED
                || step.state() == StepState.UNKNOWN
                || step.state() == StepState.WAITING;
    }

    private static boolean isDue(SagaStep step, Instant at) {
        return step.dueAt().stream().noneMatch(at::isBefore);
    }

    private boolean isReady(SagaStep step) {
        return step.state() == StepState.PENDING
                && step.plan().after().stream()
                        .allMatch(before -> step(before).stream()
                                .allMatch(earlier -> earlier.state().isPassed()));
    }

    /** The step that is undone next: the last one done that is not undone yet. */
    private Optional<SagaStep> toUndo() {
        return steps.stream()
                .filter(step -> step.plan().stepClass() == StepClass.COMPENSATABLE
                        && step.state().isToBeUndone())
                .max(Comparator.comparing(step -> step.doneAs().orElse(0)));
    }

    /** A step by its name. */
    public Optional<SagaStep> step(StepName name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** Why nothing can be undone now; empty where it can. */
    Optional<SagaRefusal> undoFault() {
        var pivot = steps.stream()
                .filter(step -> step.plan().stepClass() == StepClass.PIVOT && step.state() == StepState.DONE)
                .<SagaRefusal>map(step -> new SagaRefusal.BeyondThePivot(step.name()))
                .findFirst();
        return pivot.or(() -> steps.stream()
                .filter(step -> step.state().isInFlight() || step.isUndecidedPivot())
                .<SagaRefusal>map(step -> new SagaRefusal.StillInFlight(step.name(), step.state()))
                .findFirst());
    }

    int stepsDone() {
        return steps.stream().mapToInt(step -> step.doneAs().orElse(0)).max().orElse(0);
    }

    Saga with(SagaStep changed) {
        var all = steps.stream()
                .map(step -> step.name().equals(changed.name()) ? changed : step)
                .toList();
        return new Saga(id, plan, subject, basis, version, entries, all, isUndoing, parked, startedBy, startedAt);
    }

    Saga undoing() {
        return new Saga(id, plan, subject, basis, version, entries, steps, true, parked, startedBy, startedAt);
    }

    Saga parked(Optional<Parked> next) {
        return new Saga(id, plan, subject, basis, version, entries, steps, isUndoing, next, startedBy, startedAt);
    }

    /** This saga as the next version, with a line about it. */
    SagaChange changed(ActorRef by, Instant at, SagaEntry.What what, Optional<StepName> about, String note) {
        var now = about.flatMap(this::step).map(step -> step.state().name()).orElseGet(() -> status().name());
        var entry = new SagaEntry(entries + 1, at, by, what, about, now, note);
        var next = new Saga(
                id, plan, subject, basis, version + 1, entries + 1, steps, isUndoing, parked, startedBy, startedAt);
        return new SagaChange(next, List.of(entry));
    }
}
