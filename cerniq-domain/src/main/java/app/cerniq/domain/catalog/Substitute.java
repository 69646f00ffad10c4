package app.cerniq.domain.catalog;

/**
 * What is offered instead when something is short.
 *
 * @param sku the other variant
 * @param note what to tell the customer, up to 500 characters; may be empty
 */
public record Substitute(Sku sku, String note) {

    /** More choice confuses. */
    public static final int MOST = 20;

    public Substitute {
        if (note.length() > 500) {
            throw new IllegalArgumentException("The note on substitute " + sku + " has up to 500 characters.");
        }
    }
}
