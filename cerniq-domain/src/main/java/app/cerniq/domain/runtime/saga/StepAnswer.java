package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What came of carrying a step out, of undoing it, or of looking for what became of a call. */
public sealed interface StepAnswer {

    /** It is done, with this result; or, asked for, it turns out to have been done. */
    record Done(String result) implements StepAnswer {}

    /**
     * It is not done yet, and nothing is wrong.
     *
     * @param why what it waits for, in a sentence
     * @param until when to look again, unless something wakes the saga before
     * @param progress what was reached so far
     * @param askPerson whether a person should know although it goes on by itself
     */
    record NotYet(String why, Instant until, Optional<String> progress, boolean askPerson) implements StepAnswer {

        /** The usual way to write it. */
        public static NotYet until(Instant until, String why) {
            return new NotYet(why, until, Optional.empty(), false);
        }

        /** As {@link #until}, with what was reached so far. */
        public static NotYet having(String progress, Instant until, String why) {
            return new NotYet(why, until, Optional.of(progress), false);
        }
    }

    /** Somebody said no; nothing was done. */
    record Refused(Failure failure) implements StepAnswer {}

    /** It was surely not done, and may be later. */
    record Unavailable(Failure failure) implements StepAnswer {}

    /** Nobody knows whether it was done. */
    record Unknown(Failure failure) implements StepAnswer {}

    /** Only of a look for what became of a call: there is nothing. */
    record Absent() implements StepAnswer {}

    /** The answer of a port as the answer of a step. */
    static <T> StepAnswer of(Outcome<T> outcome, Function<T, String> result) {
        if (outcome instanceof Outcome.Done<T> done) {
            return new Done(result.apply(done.value()));
        }
        if (outcome instanceof Outcome.Refused<T> refused) {
            return new Refused(refused.failure());
        }
        return outcome instanceof Outcome.Unavailable<T> unavailable
                ? new Unavailable(unavailable.failure())
                : new Unknown(((Outcome.Unknown<T>) outcome).failure());
    }

    /** The answer of a look: found, not there, or no answer, which leaves everything as unknown as it was. */
    static <T> StepAnswer ofLook(Outcome<Optional<T>> outcome, Function<T, String> result) {
        if (outcome instanceof Outcome.Done<Optional<T>> done) {
            return done.value()
                    .<StepAnswer>map(found -> new Done(result.apply(found)))
                    .orElseGet(Absent::new);
        }
        var asAnswer = of(outcome, found -> "");
        return asAnswer instanceof Refused refused ? new Unknown(refused.failure()) : asAnswer;
    }
}
