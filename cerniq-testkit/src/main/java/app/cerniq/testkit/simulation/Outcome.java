package app.cerniq.testkit.simulation;

/** How one step ended. */
enum Outcome {
    /** Something changed. */
    DONE,
    /** The answer was no, as it should be: no goods, somebody was faster, the time was up. */
    REFUSED,
    /** The connection died, and the step was found to have been done all the same. */
    DONE_UNHEARD,
    /** The connection died, and nothing had been done. */
    LOST
}
