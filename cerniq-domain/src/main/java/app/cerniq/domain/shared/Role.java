package app.cerniq.domain.shared;

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
}
