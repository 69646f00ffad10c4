package app.cerniq.ports.approval;

import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Role;
import java.util.Optional;

/** How long people have, and who comes after them. Thread-safe. */
public interface SlaPolicy {

    /** How long somebody has for a task. */
    Decision<Sla> within(SlaQuestion question);

    /** Who has to act where this role did not; empty at the end of the chain. */
    Decision<Optional<Role>> after(EscalationQuestion question);
}
