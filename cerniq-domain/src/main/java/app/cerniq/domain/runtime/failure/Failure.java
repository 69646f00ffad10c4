package app.cerniq.domain.runtime.failure;

import java.time.Instant;

/**
 * One thing that went wrong, fit to be stored, shown and logged: the message carries neither secrets nor personal data,
 * because what looks like one is {@link Masked masked} when the failure is made.
 *
 * @param message what happened, in a sentence; 1 to 500 characters, longer ones are cut
 */
public record Failure(FailureCode code, String message, Instant at) {

    private static final int LONGEST = 500;

    public Failure {
        var masked = Masked.text(message.strip());
        message = masked.isEmpty() ? "No message was given." : masked.substring(0, Math.min(LONGEST, masked.length()));
    }

    /** The usual way to write it. */
    public static Failure of(String code, String message, Instant at) {
        return new Failure(new FailureCode(code), message, at);
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}
