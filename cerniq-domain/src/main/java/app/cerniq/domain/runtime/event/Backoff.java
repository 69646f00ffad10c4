package app.cerniq.domain.runtime.event;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something that failed is left alone before it is tried again, and how often it is tried at all.
 *
 * @param first the pause after the first failure
 * @param factor by which the pause grows with each further failure; 1 for the same pause every time
 * @param ceiling no pause is longer
 * @param attempts so often it is tried in all, from 1
 */
public record Backoff(Duration first, int factor, Duration ceiling, int attempts) {

    /** One second, then twice as long each time up to ten minutes, ten attempts in all: about half an hour. */
    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(10), 10);

    public Backoff {
        if (first.isNegative() || factor < 1 || ceiling.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException("A pause of " + first + " up to " + ceiling + ", growing by " + factor
                    + ", in " + attempts + " attempts; pauses are 0 or more and grow by 1 or more up to their ceiling,"
                    + " and there is at least one attempt.");
        }
    }

    /**
     * The pause after so many failures; empty where it has been tried often enough.
     *
     * @param failures from 1
     */
    public Optional<Duration> after(int failures) {
        if (failures >= attempts) {
            return Optional.empty();
        }
        var pause = first;
        for (var grown = 1; grown < failures && pause.compareTo(ceiling) < 0; grown++) {
            pause = pause.multipliedBy(factor);
        }
        return Optional.of(pause.compareTo(ceiling) > 0 ? ceiling : pause);
    }
}
