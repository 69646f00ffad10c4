package app.cerniq.domain.guardrail.tenant;

/** The kinds of values in a condition. */
public enum Form {
    /** A whole number from 0 to 1,000,000. */
    NUMBER,
    /** Percent points from 0 to 100 with at most two decimals, as text. */
    PERCENT,
    /** An amount from 0 to 999,999,999,999.99 in the currency of the deal, as text. */
    MONEY,
    /** True or false. */
    BOOLEAN,
    /** One of the eight states. */
    STATE,
    /** Up to 100 characters: words to be found one after the other, whatever their case and diacritics. */
    WORDS
}
