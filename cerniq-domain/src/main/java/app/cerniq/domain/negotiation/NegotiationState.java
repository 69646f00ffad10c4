package app.cerniq.domain.negotiation;

/**
 * Where a deal stands: the eight states of the negotiation schema document, section 2. A ninth never comes: approval,
 * hold and human control are flags beside the state.
 */
public enum NegotiationState {
    /** Needs are being found out; every negotiation starts here. */
    DISCOVERY,
    /** Products have been proposed. */
    PROPOSAL,
    /** Price and terms are being bargained. */
    NEGOTIATION,
    /** Agreed; fiscal data is being completed. */
    CLOSING,
    /** The proforma is with the customer. */
    PROFORMA_SENT,
    /** The invoice is issued. */
    INVOICED,
    /** Paid in full; the end of the road. */
    PAID,
    /** Lost, for now: it can be resurrected. */
    DEAD;

    /** Whether a deal in this state keeps its lead from starting another one. */
    public boolean isActive() {
        return this != PAID && this != DEAD;
    }
}
