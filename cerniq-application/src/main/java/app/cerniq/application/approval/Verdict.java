package app.cerniq.application.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTask.Changed;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.shared.Actor;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody says to a task.
 *
 * @param isYes yes; or, for what asks no question, done
 * @param value what is granted instead of what was asked for, 1 to 2,000 characters; empty for what was asked for
 * @param reason why, 1 to 500 characters
 */
public record Verdict(boolean isYes, Optional<String> value, String reason) {

    static Verdict yes(Optional<String> value, String reason) {
        return new Verdict(true, value, reason);
    }

    static Verdict no(String reason) {
        return new Verdict(false, Optional.empty(), reason);
    }

    Either<HumanTaskRefusal, Changed> on(HumanTask task, Actor by, Instant at) {
        return isYes ? task.approve(by, at, value.or(() -> task.brief().asked()), reason) : task.reject(by, at, reason);
    }
}
