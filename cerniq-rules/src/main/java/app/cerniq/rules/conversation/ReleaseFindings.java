package app.cerniq.rules.conversation;

import app.cerniq.ports.conversation.Release;
import app.cerniq.rules.engine.Findings;

/** What a rule can say about a text. */
public final class ReleaseFindings extends Findings<Release> {

    /** This happens to it. */
    public void release(Release outcome) {
        report(outcome);
    }
}
