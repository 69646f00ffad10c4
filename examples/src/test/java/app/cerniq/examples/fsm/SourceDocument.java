package app.cerniq.examples.fsm;

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

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.util.List;
import java.util.Set;

/** The seventeen moves of the negotiation schema document, written down by hand. */
final class SourceDocument {

    static final MoveMap MOVES = new MoveMap(List.of(
            move(1, DISCOVERY, PROPOSAL),
            move(2, DISCOVERY, DEAD),
            move(4, PROPOSAL, DISCOVERY),
            move(3, PROPOSAL, NEGOTIATION, PRODUCT_CONFIRMED),
            move(5, PROPOSAL, DEAD),
            move(7, NEGOTIATION, PROPOSAL),
            move(6, NEGOTIATION, CLOSING, AGREEMENT_REACHED),
            move(8, NEGOTIATION, DEAD),
            move(10, CLOSING, NEGOTIATION),
            move(9, CLOSING, PROFORMA_SENT, PROFORMA_CREATED),
            move(11, CLOSING, DEAD),
            move(13, PROFORMA_SENT, NEGOTIATION, PROFORMA_REJECTED),
            move(12, PROFORMA_SENT, INVOICED, PROFORMA_ACCEPTED, INVOICE_ISSUED),
            move(14, PROFORMA_SENT, DEAD, PROFORMA_EXPIRED),
            move(15, INVOICED, PAID, PAYMENT_CONFIRMED),
            move(16, INVOICED, DEAD, PAYMENT_FAILED),
            move(17, DEAD, DISCOVERY, RESURRECTION)));

    private SourceDocument() {}

    private static Move move(int number, NegotiationState from, NegotiationState to, MoveCondition... conditions) {
        return new Move(from, to, Set.of(conditions), new RuleName(String.format("FSM-%02d <by hand>", number)));
    }
}
