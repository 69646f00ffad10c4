package app.cerniq.domain.stock;

/**
 * A place where goods lie.
 *
 * @param name as people know it, 1 to 100 characters
 * @param isArchived whether nothing may be booked there any more; an archived place is empty
 */
public record StockLocation(LocationCode code, Kind kind, String name, boolean isArchived) {

    /** What kind of place it is. Source: source document 004. */
    public enum Kind {
        WAREHOUSE,
        STORE,
        /** Goods that lie with somebody else, such as a supplier who delivers directly. */
        VIRTUAL
    }

    private static final int LONGEST_NAME = 100;

    public StockLocation {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A location's name has 1 to " + LONGEST_NAME + " characters, not " + name.length() + ".");
        }
    }
}
