package app.cerniq.rules.negotiation;

import app.cerniq.rules.engine.Findings;

/** What a rule can say about a tool. */
public final class ToolFindings extends Findings<Boolean> {

    /** This tool may be used in this state. */
    public void allow() {
        report(true);
    }

    @Override
    protected Boolean silence() {
        return false;
    }

    @Override
    protected String whySilence() {
        return "No rule allows this tool in this state.";
    }
}
