package app.cerniq.rules.approval;

import app.cerniq.domain.shared.Role;
import app.cerniq.rules.engine.Findings;
import java.util.Optional;

/** What a rule can say about who is next. */
public final class EscalationFindings extends Findings<Optional<Role>> {

    /** This role is next. */
    public void goesTo(Role role) {
        report(Optional.of(role));
    }

    /** Nobody is. */
    public void endsHere() {
        report(Optional.empty());
    }
}
