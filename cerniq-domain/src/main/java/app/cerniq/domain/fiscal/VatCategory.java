package app.cerniq.domain.fiscal;

/** The VAT categories of EN 16931 (UNCL 5305) that a Romanian invoice may carry. */
public enum VatCategory {
    /** Standard and reduced rates. */
    S(true),
    /** Zero rated. */
    Z(false),
    /** Exempt. */
    E(false),
    /** Reverse charge, article 331 of the Fiscal Code. */
    AE(false),
    /** Supply inside the European Union. */
    K(false),
    /** Export. */
    G(false),
    /** Outside the scope: the supplier is no VAT payer. */
    O(false);

    private final boolean taxed;

    VatCategory(boolean taxed) {
        this.taxed = taxed;
    }

    /** Whether a rate above zero belongs to this category; the others carry zero. */
    public boolean isTaxed() {
        return taxed;
    }
}
