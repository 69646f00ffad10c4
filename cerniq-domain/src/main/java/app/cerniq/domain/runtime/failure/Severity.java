package app.cerniq.domain.runtime.failure;

/** What a failure means for whoever meets it. Source: document 001, section 7.1. */
public enum Severity {
    /** It passes: try again soon. */
    TRANSIENT(true),
    /** It passes, but not soon: try again with longer and longer pauses. */
    RECOVERABLE(true),
    /** It does not pass by itself: a person has to look. */
    FATAL(false),
    /** Somebody said no for a reason of business: trying again gives the same answer. */
    BUSINESS(false);

    private final boolean retried;

    Severity(boolean retried) {
        this.retried = retried;
    }

    /** Whether trying again without a person makes sense. */
    public boolean isRetried() {
        return retried;
    }
}
