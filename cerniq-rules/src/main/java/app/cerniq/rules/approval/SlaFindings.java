package app.cerniq.rules.approval;

import app.cerniq.domain.approval.Sla;
import app.cerniq.rules.engine.Findings;
import java.time.Duration;

/** What a rule can say about how long people have. */
public final class SlaFindings extends Findings<Sla> {

    private static final int WARNING_PERCENT = 80;

    /** So many minutes; those who should act are warned after four fifths of them. */
    public void withinMinutes(long minutes) {
        report(new Sla(Duration.ofMinutes(minutes), WARNING_PERCENT));
    }
}
