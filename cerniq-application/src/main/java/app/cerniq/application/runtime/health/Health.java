package app.cerniq.application.runtime.health;

import java.util.Comparator;
import java.util.List;

/** How an engine is, one line per thing that can be wrong. */
public record Health(List<Check> checks) {

    /** From bad to good. */
    public enum Status {
        /** Nothing works. */
        DOWN,
        /** It works, and somebody has to look. */
        DEGRADED,
        UP
    }

    /**
     * One thing that was looked at.
     *
     * @param name for example {@code storage}
     * @param detail in a sentence; no personal data
     */
    public record Check(String name, Status status, String detail) {}

    public Health {
        checks = List.copyOf(checks);
    }

    /** As bad as the worst of it. */
    public Status status() {
        return checks.stream().map(Check::status).min(Comparator.naturalOrder()).orElse(Status.UP);
    }
}
