package app.cerniq.rules.conversation;

import app.cerniq.rules.engine.Findings;
import java.time.Duration;

/** What a rule can say about how long a person has to look at a text. */
public final class ReviewFindings extends Findings<Duration> {

    /** So many minutes; then it is too old to leave. */
    public void withinMinutes(long minutes) {
        report(Duration.ofMinutes(minutes));
    }
}
