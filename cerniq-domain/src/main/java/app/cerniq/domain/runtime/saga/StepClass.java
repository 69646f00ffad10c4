package app.cerniq.domain.runtime.saga;

/** What can be done about a step once it is done. */
public enum StepClass {
    /** It can be undone by another act. */
    COMPENSATABLE,
    /** Once it is done there is no way back: from then on the saga only goes forward. */
    PIVOT,
    /** It is never undone; it is tried until it succeeds or a person decides. */
    RETRIABLE
}
