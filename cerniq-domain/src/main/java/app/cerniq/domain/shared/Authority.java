package app.cerniq.domain.shared;

/** How much an actor may decide alone, in ascending order. */
public enum Authority {
    /** Only what the rules grant automatically. */
    NONE,
    MANAGER,
    DIRECTOR,
    CEO;

    /** Whether this authority is enough where {@code needed} is asked for. */
    public boolean covers(Authority needed) {
        return compareTo(needed) >= 0;
    }
}
