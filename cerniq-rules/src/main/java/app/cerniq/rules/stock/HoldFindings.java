package app.cerniq.rules.stock;

import app.cerniq.rules.engine.Findings;
import java.time.Duration;
import java.util.Optional;

/** What a rule can say about holding stock. */
public final class HoldFindings extends Findings<Optional<Duration>> {

    /** Stock is held for so many minutes. */
    public void holdMinutes(long minutes) {
        report(Optional.of(Duration.ofMinutes(minutes)));
    }

    /** Stock is held for so many hours. */
    public void holdHours(long hours) {
        report(Optional.of(Duration.ofHours(hours)));
    }

    /** Stock is held for so many days of 24 hours. */
    public void holdDays(long days) {
        report(Optional.of(Duration.ofDays(days)));
    }

    /** No stock is held at all. */
    public void holdNothing() {
        report(Optional.empty());
    }
}
