package app.cerniq.ports.runtime;

/** What became of an event at one consumer. */
public sealed interface Reception {

    /** It is dealt with; doing nothing about it is dealing with it too. */
    static Reception done() {
        return new Done();
    }

    /** It failed for now: it comes again after a pause, so often as the back-off allows, and is a dead letter then. */
    static Reception again(String why) {
        return new Again(why);
    }

    /** It fails whenever it is tried: it becomes a dead letter at once. */
    static Reception never(String why) {
        return new Never(why);
    }

    /** It is dealt with. */
    record Done() implements Reception {}

    /**
     * It failed for now.
     *
     * @param why for the operator; no personal data
     */
    record Again(String why) implements Reception {}

    /**
     * It fails whenever it is tried.
     *
     * @param why for the operator; no personal data
     */
    record Never(String why) implements Reception {}
}
