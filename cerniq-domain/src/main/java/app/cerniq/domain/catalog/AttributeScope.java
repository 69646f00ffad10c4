package app.cerniq.domain.catalog;

/** Whose attribute it is. */
public enum AttributeScope {
    /** The same for all variants of an offering, and part of its version: the active substance. */
    OFFERING,
    /** What tells one variant from another: the package. */
    VARIANT
}
