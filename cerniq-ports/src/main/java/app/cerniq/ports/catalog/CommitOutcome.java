package app.cerniq.ports.catalog;

/** What became of a {@link CatalogueCommit}. */
public enum CommitOutcome {
    /** All of it is stored. */
    STORED,
    /** Nothing is stored: somebody else was faster with one of its parts. Read again and decide again. */
    STALE,
    /** Nothing is stored: the tenant is not set up. */
    UNKNOWN_TENANT
}
