package app.cerniq.rules.conversation;

import app.cerniq.ports.conversation.Alarm;
import app.cerniq.rules.engine.Findings;

/** What a rule can say about a mood. */
public final class AlarmFindings extends Findings<Alarm> {

    /** A person is needed like this. */
    public void alarm(Alarm outcome) {
        report(outcome);
    }
}
