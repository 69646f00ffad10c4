package app.cerniq.application.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.QueueScore;
import java.time.Instant;

/**
 * A task in the queue of those who should act.
 *
 * @param score how much it presses; above zero
 * @param usedShare how much of its time has passed: 0 at its beginning, 1 at its deadline, and more where it is late
 */
public record QueuedTask(HumanTask task, double score, double usedShare) {

    static QueuedTask at(HumanTask task, Instant at) {
        return new QueuedTask(task, QueueScore.of(task, at), QueueScore.usedShare(task, at));
    }

    /** Whether its deadline is past. */
    public boolean isLate() {
        return usedShare >= 1;
    }
}
