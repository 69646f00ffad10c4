package app.cerniq.domain.catalog;

/** What an attribute speaks about, which is how a search weighs it. Source: sales platform schema (seed 004). */
public enum SemanticType {
    /** A measure of the goods: dose, content, width. */
    PHYSICAL,
    /** A figure of money: interest, premium. */
    FINANCIAL,
    /** A sort: crop, hazard class, package. */
    CATEGORICAL
}
