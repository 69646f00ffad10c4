package app.cerniq.simulator.fault;

/** What can go wrong with one call of a port. */
public enum Fault {
    /** The store was not reached; nothing was done, and the host is told so. */
    TIMED_OUT("the call timed out before it was made"),
    /** It was done, and the host is told that nobody knows. */
    ANSWER_LOST("the answer was lost after it was done"),
    /** It was done twice, as where a network repeats what it carries. */
    MADE_TWICE("the call was made twice"),
    /** The host died before the call. */
    CRASHED_BEFORE("the host crashed before the call"),
    /** The host died after the call, before it could do anything with the answer. */
    CRASHED_AFTER("the host crashed after the call");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
