package app.cerniq.domain.catalog;

/** What form the value of an attribute has. */
public enum ValueType {
    TEXT,
    NUMBER,
    BOOLEAN
}
