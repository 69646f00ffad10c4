package app.cerniq.domain.approval;

import app.cerniq.domain.runtime.event.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How much a task presses, so that people begin with what presses most. Source: specification, section 8.2, worker N. */
public final class QueueScore {

    private static final Map<Urgency, Double> BASE = new EnumMap<>(Map.of(
            Urgency.CRITICAL, 10_000.0,
            Urgency.HIGH, 1_000.0,
            Urgency.MEDIUM, 100.0,
            Urgency.LOW, 10.0));
    private static final double MOST_URGENT = 16;
    private static final double LATE = 100;

    private QueueScore() {}

    /** How much of its time has passed: 0 at its beginning, 1 at its deadline, and more where it is late. */
    public static double usedShare(HumanTask task, Instant at) {
        var whole = Duration.between(task.progress().since(), task.dueAt()).toMillis();
        var passed = Duration.between(task.progress().since(), at).toMillis();
        return Math.max(0, passed) / (double) Math.max(1, whole);
    }

    /** Grows with priority, used time, lateness, kind and age; above zero, without an upper bound. */
    public static double of(HumanTask task, Instant at) {
        var used = usedShare(task, at);
        var waited = Math.max(0, Duration.between(task.openedAt(), at).toMinutes());
        return BASE.getOrDefault(task.priority(), 1.0)
                        * Math.min(Math.pow(2, 4 * used), MOST_URGENT)
                        * (used >= 1 ? LATE : 1)
                        * weight(task.topic().kind())
                + waited;
    }

    private static double weight(HumanTaskKind kind) {
        return switch (kind) {
            case TAKEOVER -> 2.0;
            case ESCALATION, GUARDRAIL_VIOLATION -> 1.5;
            case DOCUMENT_REVIEW -> 0.8;
            default -> 1.0;
        };
    }
}
