package app.cerniq.domain.runtime.safety;

/** What an automated seller that misbehaves does too much of. */
public enum Signal {
    /** A command of an agent was refused by a rule, a floor or the stock; not where somebody else was merely faster. */
    REFUSAL,
    /** An agent gave a discount, or asked for one. */
    DISCOUNT,
    /** A message went out that no human wrote. */
    MESSAGE,
    /** A call to the outside failed, or a message could not be worked on. */
    FAILURE
}
