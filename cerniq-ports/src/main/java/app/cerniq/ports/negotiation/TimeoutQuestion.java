package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;

/**
 * What does a deal like this wait for?
 *
 * @param humanControlled whether a human holds the deal, whom no timer overrules
 * @param answered whether the customer has given the answer that the state waits for: yes or no to the proforma, the
 *     payment of the invoice, or an invoice that was reversed
 */
public record TimeoutQuestion(NegotiationState state, boolean humanControlled, boolean answered) {

    /** The question about a deal as it stands. */
    public static TimeoutQuestion of(Negotiation deal) {
        return new TimeoutQuestion(deal.state(), deal.isHumanControlled(), isAnswered(deal));
    }

    private static boolean isAnswered(Negotiation deal) {
        var documents = deal.documents();
        return switch (deal.state()) {
            case PROFORMA_SENT ->
                documents
                        .proforma()
                        .map(proforma -> proforma.acceptance().isPresent()
                                || proforma.rejectedAt().isPresent())
                        .orElse(false);
            case INVOICED ->
                documents
                        .invoice()
                        .map(invoice -> invoice.stornoRef().isPresent() || isPaid(deal, invoice))
                        .orElse(false);
            case DISCOVERY, PROPOSAL, NEGOTIATION, CLOSING, PAID, DEAD -> false;
        };
    }

    private static boolean isPaid(Negotiation deal, Invoice invoice) {
        return deal.documents()
                .paid()
                .map(paid -> !paid.isBelow(invoice.gross()))
                .orElse(false);
    }
}
