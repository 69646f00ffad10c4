package app.cerniq.domain.runtime.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done about one kind of failure: a row of the catalogue.
 *
 * @param meaning what happened, as a sentence without a full stop, 1 to 200 characters
 * @param retries how often it is tried again without a person; 0 exactly where the severity is not retried, at most 10,000
 * @param delay the pause before the first retry; a second to a week, nothing where nothing is retried
 * @param growth by how much each pause is longer than the one before: 1 (always the same) to 10
 * @param ceiling the longest pause; at least the delay, at most a week
 * @param escalation who looks where it does not pass; empty where the caller is told and nobody else needs to know
 */
public record FailureRule(
        FailureCode code,
        Severity severity,
        String meaning,
        int retries,
        Duration delay,
        int growth,
        Duration ceiling,
        Optional<Escalation> escalation) {

    private static final int MOST_RETRIES = 10_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public FailureRule {
        meaning = meaning.strip();
        if (meaning.isEmpty() || meaning.length() > 200) {
            throw invalid(code, "a meaning of 1 to 200 characters", meaning.length() + " characters");
        }
        if (severity.isRetried() ? retries < 1 || retries > MOST_RETRIES : retries != 0) {
            throw invalid(
                    code,
                    severity.isRetried() ? "1 to " + MOST_RETRIES + " retries" : "no retries, being " + severity,
                    retries + " retries");
        }
        if (growth < 1 || growth > 10) {
            throw invalid(code, "a growth of 1 to 10", "a growth of " + growth);
        }
        checkDelays(code, severity, delay, ceiling);
    }

    private static void checkDelays(FailureCode code, Severity severity, Duration delay, Duration ceiling) {
        if (!severity.isRetried()) {
            if (!delay.isZero() || !ceiling.isZero()) {
                throw invalid(code, "no delay, being " + severity, "a delay of " + delay + " up to " + ceiling);
            }
            return;
        }
        if (delay.compareTo(SHORTEST) < 0 || ceiling.compareTo(delay) < 0 || ceiling.compareTo(LONGEST) > 0) {
            throw invalid(code, "a delay from a second up to a ceiling of a week", delay + " up to " + ceiling);
        }
    }

    private static IllegalArgumentException invalid(FailureCode code, String accepted, String given) {
        return new IllegalArgumentException("The rule for " + code + " has " + accepted + ", not " + given + ".");
    }

    /** A failure that is tried again after pauses that are all the same. */
    public static FailureRule retried(
            String code, Severity severity, String meaning, int retries, Duration delay, Optional<Escalation> then) {
        return new FailureRule(new FailureCode(code), severity, meaning, retries, delay, 1, delay, then);
    }

    /** A failure that is tried again after pauses that grow. */
    public static FailureRule growing(
            String code,
            Severity severity,
            String meaning,
            int retries,
            Duration delay,
            int growth,
            Duration ceiling,
            Optional<Escalation> then) {
        return new FailureRule(new FailureCode(code), severity, meaning, retries, delay, growth, ceiling, then);
    }

    /** A failure that is not tried again. */
    public static FailureRule notRetried(String code, Severity severity, String meaning, Optional<Escalation> then) {
        return new FailureRule(new FailureCode(code), severity, meaning, 0, Duration.ZERO, 1, Duration.ZERO, then);
    }

    /**
     * How long to wait before the next attempt; empty where there is none.
     *
     * @param failed how many attempts in a row have failed, 1 or more
     */
    public Optional<Duration> pauseAfter(int failed) {
        if (failed < 1) {
            throw new IllegalArgumentException("At least one attempt has failed, not " + failed + ".");
        }
        return failed > retries ? Optional.empty() : Optional.of(pause(failed));
    }

    /** The pause after so many failures in a row, whether or not that many retries are allowed; never above the ceiling. */
    public Duration pause(int failed) {
        var pause = delay;
        for (var i = 1; i < failed && growth > 1 && pause.compareTo(ceiling) < 0; i++) {
            pause = pause.multipliedBy(growth);
        }
        return pause.compareTo(ceiling) > 0 ? ceiling : pause;
    }
}
