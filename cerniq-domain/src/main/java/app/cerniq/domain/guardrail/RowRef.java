package app.cerniq.domain.guardrail;

/**
 * The row that a claim is bound to, as it was when it was read.
 *
 * @param key which row of its kind, for example a SKU or a document number; 1 to 200 characters
 * @param version what changes whenever the row does: a number, or the hash of its content; 1 to 100 characters
 */
public record RowRef(Kind kind, String key, String version) {

    /** What kind of row. */
    public enum Kind {
        /** A quote version of the deal; its version is its hash. */
        QUOTE,
        /** Goods on sale with their prices; the key is the SKU. */
        OFFERING,
        /** What there is of goods; the key is the SKU. */
        STOCK,
        /** The deal itself: offers, agreements, documents, approvals; its version is the deal's. */
        NEGOTIATION,
        /** What a tenant lays down: terms of delivery and payment, warranties, limits. */
        TERMS,
        /** What the customer wrote; the key is the message. */
        MESSAGE
    }

    public RowRef {
        if (key.isBlank() || key.length() > 200 || version.isBlank() || version.length() > 100) {
            throw new IllegalArgumentException("A row has a key of 1 to 200 and a version of 1 to 100 characters.");
        }
    }
}
