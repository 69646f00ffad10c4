package app.cerniq.domain.negotiation;

/** Why a deal was lost, in the six values of the source documents. */
public enum LossReason {
    PRICE,
    COMPETITOR,
    BUDGET,
    TIMING,
    NO_RESPONSE,
    OTHER
}
