package app.cerniq.rules.negotiation;

import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.rules.engine.Findings;

/** What a rule can say about a move. */
public final class MoveFindings extends Findings<MoveVerdict> {

    /** This move may be made. */
    public void permit() {
        report(MoveVerdict.PERMITTED);
    }

    /** This actor may not make the move, whatever another rule permits. */
    public void forbid() {
        report(MoveVerdict.FORBIDDEN);
    }

    @Override
    protected MoveVerdict silence() {
        return MoveVerdict.NOT_OPEN;
    }

    @Override
    protected String whySilence() {
        return "No rule permits this move.";
    }

    @Override
    protected MoveVerdict prevailing(MoveVerdict one, MoveVerdict other) {
        return MoveVerdict.FORBIDDEN;
    }
}
