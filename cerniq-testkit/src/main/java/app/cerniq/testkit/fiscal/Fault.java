package app.cerniq.testkit.fiscal;

/** How a simulated partner fails once. */
public enum Fault {
    /** The caller waits in vain; nothing was executed. */
    TIMEOUT_BEFORE,
    /** It was executed, and the answer is lost. */
    TIMEOUT_AFTER,
    /** The caller waits in vain, and it is executed a while after it gave up. */
    EXECUTED_LATE,
    /** The network delivers the call twice. */
    DUPLICATE,
    /** The partner understands and says no. */
    REFUSED,
    /** The partner says at the door that it does not work now. */
    MAINTENANCE
}
