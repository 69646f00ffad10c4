package app.cerniq.application.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.shared.Actor;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * What a decision on some tasks does to what they are about. There the decision is made, once and in one commit; the task
 * follows, and where a process dies between the two, whoever asks next finds what became of it. Thread-safe.
 */
public interface Consequence {

    /** Whether it knows what a task like this is about. */
    boolean concerns(HumanTask task);

    /**
     * Decides, unless it was decided already. Never called inside a transaction.
     *
     * @param by somebody who may; the machinery, where nobody acted until the end
     * @return what became of it, whoever decided; or why it cannot be decided so, and then nothing was
     */
    Either<HumanTaskRefusal, TaskSettlement> carryOut(HumanTask task, Verdict verdict, Actor by);

    /** What became of it; empty while it waits for a decision, and where nobody knows. */
    Optional<TaskSettlement> settled(HumanTask task);
}
