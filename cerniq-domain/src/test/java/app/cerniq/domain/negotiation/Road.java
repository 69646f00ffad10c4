package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.MoveCondition.AGREEMENT_REACHED;
import static app.cerniq.domain.negotiation.MoveCondition.INVOICE_ISSUED;
import static app.cerniq.domain.negotiation.MoveCondition.PAYMENT_CONFIRMED;
import static app.cerniq.domain.negotiation.MoveCondition.PAYMENT_FAILED;
import static app.cerniq.domain.negotiation.MoveCondition.PRODUCT_CONFIRMED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_ACCEPTED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_CREATED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_EXPIRED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_REJECTED;
import static app.cerniq.domain.negotiation.MoveCondition.RESURRECTION;
import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The seventeen moves of the negotiation schema document, section 11.1: the policy of a random deal. */
final class Road {

    private static final List<Move> MOVES = List.of(
            move(DISCOVERY, PROPOSAL),
            move(DISCOVERY, DEAD),
            move(PROPOSAL, NEGOTIATION, PRODUCT_CONFIRMED),
            move(PROPOSAL, DISCOVERY),
            move(PROPOSAL, DEAD),
            move(NEGOTIATION, CLOSING, AGREEMENT_REACHED),
            move(NEGOTIATION, PROPOSAL),
            move(NEGOTIATION, DEAD),
            move(CLOSING, PROFORMA_SENT, PROFORMA_CREATED),
            move(CLOSING, NEGOTIATION),
            move(CLOSING, DEAD),
            move(PROFORMA_SENT, INVOICED, PROFORMA_ACCEPTED, INVOICE_ISSUED),
            move(PROFORMA_SENT, NEGOTIATION, PROFORMA_REJECTED),
            move(PROFORMA_SENT, DEAD, PROFORMA_EXPIRED),
            move(INVOICED, PAID, PAYMENT_CONFIRMED),
            move(INVOICED, DEAD, PAYMENT_FAILED),
            move(DEAD, DISCOVERY, RESURRECTION));

    private Road() {}

    private record Move(NegotiationState from, NegotiationState to, Set<MoveCondition> needed) {}

    private static Move move(NegotiationState from, NegotiationState to, MoveCondition... needed) {
        return new Move(from, to, Set.of(needed));
    }

    /** Where a deal may go at an instant; a dead one may always be asked back. */
    static List<NegotiationState> openFrom(Negotiation deal, Instant at) {
        var met = EnumSet.of(RESURRECTION);
        met.addAll(deal.conditionsAt(at));
        return MOVES.stream()
                .filter(move -> move.from() == deal.state() && met.containsAll(move.needed()))
                .map(Move::to)
                .toList();
    }

    static boolean leads(NegotiationState from, NegotiationState to) {
        return MOVES.stream().anyMatch(move -> move.from() == from && move.to() == to);
    }
}
