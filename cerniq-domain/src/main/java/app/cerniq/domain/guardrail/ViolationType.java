package app.cerniq.domain.guardrail;

/** The eight kinds of the schema document (guardrail_type_enum). */
public enum ViolationType {
    PRICE_BELOW_MINIMUM,
    STOCK_UNAVAILABLE,
    DISCOUNT_EXCEEDED,
    SKU_NOT_FOUND,
    FISCAL_DATA_INVALID,
    COMPETITOR_MENTIONED,
    /** A figure, promise or term that no row bears out. */
    HALLUCINATION_DETECTED,
    STATE_VIOLATION
}
