package app.cerniq.testkit.fiscal;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where calls to a simulated partner come in: it lets them through, or fails them as the faults say. */
final class Desk {

    /** So long after the caller gave up a late call is executed. */
    static final Duration LATENESS = Duration.ofSeconds(90);

    /** What a partner does with a call at an instant; the failure is the partner's own "no". */
    interface Work<T> extends Function<Instant, io.vavr.control.Either<Failure, T>> {}

    private final String name;
    private final String codes;
    private final String refusal;
    private final Clock clock;
    private Faults faults = Faults.NONE;

    Desk(String name, String codes, String refusal, Clock clock) {
        this.name = name;
        this.codes = codes;
        this.refusal = refusal;
        this.clock = clock;
    }

    void faults(Faults next) {
        faults = next;
    }

    Instant now() {
        return clock.instant();
    }

    /** A call that changes something. */
    <T> Outcome<T> change(String operation, Work<T> work) {
        Optional<Fault> fault = faults.next(name + "." + operation);
        if (fault.isEmpty()) {
            return executed(work, now());
        }
        return switch (fault.get()) {
            case TIMEOUT_BEFORE -> timeout();
            case TIMEOUT_AFTER -> {
                executed(work, now());
                yield timeout();
            }
            case EXECUTED_LATE -> {
                executed(work, now().plus(LATENESS));
                yield timeout();
            }
            case DUPLICATE -> {
                executed(work, now());
                yield executed(work, now());
            }
            case REFUSED -> new Outcome.Refused<>(failure(refusal, "The simulated partner says no."));
            case MAINTENANCE -> maintenance();
        };
    }

    /** A call that only asks: it can be lost or turned away, and asking twice does no harm. */
    <T> Outcome<T> ask(String operation, Work<T> work) {
        Optional<Fault> fault = faults.next(name + "." + operation);
        if (fault.isEmpty()) {
            return executed(work, now());
        }
        return switch (fault.get()) {
            case TIMEOUT_BEFORE, TIMEOUT_AFTER, EXECUTED_LATE -> timeout();
            case DUPLICATE -> executed(work, now());
            case REFUSED -> new Outcome.Refused<>(failure(refusal, "The simulated partner says no."));
            case MAINTENANCE -> maintenance();
        };
    }

    private <T> Outcome<T> executed(Work<T> work, Instant at) {
        return work.apply(at).<Outcome<T>>fold(Outcome.Refused::new, Outcome.Done::new);
    }

    private <T> Outcome<T> timeout() {
        return new Outcome.Unknown<>(failure(codes + "_OUTCOME_UNKNOWN", "No answer came."));
    }

    private <T> Outcome<T> maintenance() {
        return new Outcome.Unavailable<>(failure(
                codes.equals("SPV") ? "SPV_MAINTENANCE" : codes + "_UNAVAILABLE", "The simulated partner is closed."));
    }

    Failure failure(String code, String message) {
        return Failure.of(code, message, now());
    }
}
