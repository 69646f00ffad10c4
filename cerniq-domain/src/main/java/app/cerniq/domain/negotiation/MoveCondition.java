package app.cerniq.domain.negotiation;

import java.util.Locale;

/**
 * A fact about a negotiation that a move may depend on. Which move needs which is the business of the rules alone; the
 * aggregate only says which facts hold. The words are the condition names of the schema document, section 11.1, and
 * {@link #INVOICE_ISSUED}, which the decision "invoice first, then INVOICED" adds.
 */
public enum MoveCondition {
    PRODUCT_CONFIRMED("every product of the current quote is confirmed against stock"),
    AGREEMENT_REACHED("the customer agreed to exactly the current quote version"),
    PROFORMA_CREATED("a live proforma exists for exactly the current quote version"),
    PROFORMA_ACCEPTED("the customer accepted the proforma, or paid for it"),
    INVOICE_ISSUED("the invoice exists"),
    PROFORMA_REJECTED("the customer refused the proforma"),
    PROFORMA_EXPIRED("the proforma is past its last day and was not accepted"),
    PAYMENT_CONFIRMED("payments cover the gross total"),
    PAYMENT_FAILED("the invoice was reversed in full by a storno"),
    RESURRECTION("somebody asked, with a reason, to bring the deal back");

    private final String meaning;

    MoveCondition(String meaning) {
        this.meaning = meaning;
    }

    /** The word of the source documents, for example {@code product_confirmed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What must be true, as a sentence without a full stop. */
    public String meaning() {
        return meaning;
    }
}
