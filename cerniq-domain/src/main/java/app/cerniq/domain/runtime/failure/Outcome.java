package app.cerniq.domain.runtime.failure;

import java.util.function.Function;

/**
 * How a call to the outside ended, from the point of view of whoever has to decide whether it may be repeated.
 *
 * <table>
 * <caption>May it be repeated?</caption>
 * <tr><td>{@link Done}</td><td>it need not</td></tr>
 * <tr><td>{@link Refused}</td><td>not before something else has changed</td></tr>
 * <tr><td>{@link Unavailable}</td><td>yes, later: it was surely not executed</td></tr>
 * <tr><td>{@link Unknown}</td><td>not before its effect was looked for and not found</td></tr>
 * </table>
 */
public sealed interface Outcome<T> {

    /** It was executed. */
    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> Outcome<R> map(Function<T, R> change) {
            return new Done<>(change.apply(value));
        }
    }

    /** The partner understood and said no; nothing was executed. */
    record Refused<T>(Failure failure) implements Outcome<T> {
        @Override
        public <R> Outcome<R> map(Function<T, R> change) {
            return new Refused<>(failure);
        }
    }

    /** It was surely not executed, and may be later. */
    record Unavailable<T>(Failure failure) implements Outcome<T> {
        @Override
        public <R> Outcome<R> map(Function<T, R> change) {
            return new Unavailable<>(failure);
        }
    }

    /** Nobody here knows whether it was executed. */
    record Unknown<T>(Failure failure) implements Outcome<T> {
        @Override
        public <R> Outcome<R> map(Function<T, R> change) {
            return new Unknown<>(failure);
        }
    }

    /** The same outcome with another value, if it has one. */
    <R> Outcome<R> map(Function<T, R> change);
}
