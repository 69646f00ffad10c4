package app.cerniq.domain.shared;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a user is trusted with; the names of the source documents (001, section N). */
public enum Role {
    SALES_REP(Authority.NONE),
    OPERATOR(Authority.NONE),
    TEAM_LEAD(Authority.NONE),
    ACCOUNTANT(Authority.NONE),
    FINANCE_MANAGER(Authority.NONE),
    WAREHOUSE_MANAGER(Authority.NONE),
    SYSTEM_ADMIN(Authority.NONE),
    SALES_MANAGER(Authority.MANAGER),
    DIRECTOR(Authority.DIRECTOR),
    CEO(Authority.CEO);

    private final Authority authority;

    Role(Authority authority) {
        this.authority = authority;
    }

    /** How far this role may go when a discount has to be decided. */
    public Authority authority() {
        return authority;
    }

    /** Whether somebody with these roles may do what is asked of this one: by having it, or more authority than it. */
    public boolean isCoveredBy(Set<Role> roles) {
        return roles.stream().anyMatch(held -> held == this || held.authority.compareTo(authority) > 0);
    }

    /** The role that decides where so much authority is needed; empty where none is. */
    public static Optional<Role> deciding(Authority needed) {
        return needed == Authority.NONE
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(role -> role.authority == needed)
                        .findFirst();
    }
}
