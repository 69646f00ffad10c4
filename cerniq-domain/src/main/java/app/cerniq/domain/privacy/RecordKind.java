package app.cerniq.domain.privacy;

/** A kind of record that is kept for a time of its own. Source: specification of negotiations, sections 8.2 and 24.7. */
public enum RecordKind {
    /** Invoices and stornos, with the name, code and address of the customer that they show. */
    FISCAL_DOCUMENT,
    /** Who agreed to which discount, and when. */
    APPROVAL,
    /** Everything else that is known of a customer. */
    CUSTOMER_DATA
}
