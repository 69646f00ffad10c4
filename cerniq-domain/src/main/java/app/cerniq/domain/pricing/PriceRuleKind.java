package app.cerniq.domain.pricing;

/** What a price rule is about. Source: specification, section 4.5. */
public enum PriceRuleKind {
    /** The larger the quantity, the larger the discount. */
    VOLUME,
    /** A discount for customers of a tier. */
    CUSTOMER_TIER,
    /** A discount for a time: a promotion or a season. */
    PROMOTION,
    /** How far discounts may go for these goods, instead of the tenant's own limits. */
    LIMITS,
    /** How much has to be left after cost. */
    MARGIN
}
