package app.cerniq.application.approval;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTask.Changed;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskRefusal.AlreadyClosed;
import app.cerniq.domain.approval.HumanTaskRefusal.TaskChanged;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.approval.HumanTasks;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a task is decided: what it is about first, then the task; whoever comes second is told who was first. */
final class Deciding {

    /** So often a task is read again that changed meanwhile: each time somebody else got on with it. */
    private static final int ATTEMPTS = 8;

    private final HumanTasks tasks;
    private final TaskRecord record;
    private final List<Consequence> consequences;

    Deciding(HumanTasks tasks, TaskRecord record, List<Consequence> consequences) {
        this.tasks = tasks;
        this.record = record;
        this.consequences = List.copyOf(consequences);
    }

    /** A decision by a person. */
    Either<HumanTaskRefusal, HumanTask> decide(HumanTaskId id, Verdict verdict, Actor by, Supplier<Instant> now) {
        var carried = new Carried(by);
        return attempt(
                        id,
                        task -> verdict.on(task, by, now.get())
                                .fold(
                                        refusal -> carried.isDone(refusal) ? right(Step.NONE) : left(refusal),
                                        own -> carriedOut(task, verdict, by)
                                                .<Either<HumanTaskRefusal, Step>>map(answer -> answer.flatMap(facts -> {
                                                    carried.remember(facts);
                                                    return task.settle(facts).map(Step::of);
                                                }))
                                                .orElseGet(() -> right(Step.of(own)))))
                .flatMap(carried::answer);
    }

    /** Whether a person's own decision was carried out, and what is answered then. */
    private static final class Carried {

        private final Actor by;
        private boolean isMine = true;
        private boolean isKnown;

        Carried(Actor by) {
            this.by = by;
        }

        void remember(TaskSettlement facts) {
            isKnown = true;
            isMine = facts.by().kind() == by.kind() && facts.by().id().equals(by.id());
        }

        /** Somebody has noted meanwhile what was carried out before. */
        boolean isDone(HumanTaskRefusal refusal) {
            return isKnown && refusal instanceof AlreadyClosed;
        }

        Either<HumanTaskRefusal, HumanTask> answer(HumanTask task) {
            return isMine ? right(task) : left(new AlreadyClosed(task.id(), task.status(), task.outcome()));
        }
    }

    /** Nobody's answer, at the end of the chain. */
    Either<HumanTaskRefusal, Changed> expire(HumanTask task, Actor by, Instant at) {
        var own = task.expire(by, at);
        return own.isLeft()
                ? own
                : carriedOut(task, Verdict.no("nobody decided until " + task.dueAt()), by)
                        .map(answer -> answer.flatMap(task::settle))
                        .orElse(own);
    }

    private Optional<Either<HumanTaskRefusal, TaskSettlement>> carriedOut(HumanTask task, Verdict verdict, Actor by) {
        return of(task).map(consequence -> consequence.carryOut(task, verdict, by));
    }

    /** What became of a task elsewhere, as far as anybody knows. */
    Optional<TaskSettlement> settled(HumanTask task) {
        return of(task).flatMap(consequence -> consequence.settled(task));
    }

    /** Whether what it is about still waits for the decision. */
    boolean isAsked(HumanTask task) {
        return task.status().isOpen()
                && of(task).filter(consequence -> consequence.settled(task).isEmpty())
                        .isPresent();
    }

    private Optional<Consequence> of(HumanTask task) {
        return consequences.stream()
                .filter(consequence -> consequence.concerns(task))
                .findFirst();
    }

    /** Any change of a task as it stands, again where it changed meanwhile. */
    Either<HumanTaskRefusal, HumanTask> change(
            HumanTaskId id, Function<HumanTask, Either<HumanTaskRefusal, Changed>> decide) {
        return attempt(id, task -> decide.apply(task).map(Step::of));
    }

    /** What is to be written; nothing where it stands already. */
    private record Step(Optional<Changed> changed) {
        static final Step NONE = new Step(Optional.empty());

        static Step of(Changed changed) {
            return new Step(Optional.of(changed));
        }
    }

    private Either<HumanTaskRefusal, HumanTask> attempt(
            HumanTaskId id, Function<HumanTask, Either<HumanTaskRefusal, Step>> decide) {
        for (var attempt = 1; ; attempt++) {
            var found = tasks.find(id);
            if (found.isEmpty()) {
                return left(new HumanTaskRefusal.UnknownTask(id));
            }
            var task = found.get();
            var kept = decide.apply(task)
                    .flatMap(step -> step.changed()
                            .map(changed -> record.commit(task, changed))
                            .orElseGet(() -> right(task)));
            if (kept.isRight() || !(kept.getLeft() instanceof TaskChanged) || attempt == ATTEMPTS) {
                return kept;
            }
        }
    }
}
