package app.cerniq.domain.approval;

import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import java.util.Set;

/**
 * Somebody who works for a tenant.
 *
 * @param roles what the host trusts this person with; may be empty
 * @param isAvailable whether tasks may be given to this person now
 */
public record Colleague(UserId user, Set<Role> roles, boolean isAvailable) {

    public Colleague {
        roles = Set.copyOf(roles);
    }
}
