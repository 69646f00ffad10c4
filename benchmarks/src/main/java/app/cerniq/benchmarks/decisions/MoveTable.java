package app.cerniq.benchmarks.decisions;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveQuestion;
import java.util.List;
import java.util.function.Predicate;

/** The seventeen moves, written by hand: what every peer is given, and what the rules are held against. */
final class MoveTable {

    static final List<Row> ROWS = List.of(
            row(DISCOVERY, PROPOSAL, it -> true),
            row(DISCOVERY, DEAD, it -> true),
            row(PROPOSAL, NEGOTIATION, MoveQuestion::productConfirmed),
            row(PROPOSAL, DISCOVERY, it -> true),
            row(PROPOSAL, DEAD, it -> true),
            row(NEGOTIATION, CLOSING, MoveQuestion::agreementReached),
            row(NEGOTIATION, PROPOSAL, it -> true),
            row(NEGOTIATION, DEAD, it -> true),
            row(CLOSING, PROFORMA_SENT, MoveQuestion::proformaCreated),
            row(CLOSING, NEGOTIATION, it -> true),
            row(CLOSING, DEAD, it -> true),
            row(PROFORMA_SENT, INVOICED, it -> it.proformaAccepted() && it.invoiceIssued()),
            row(PROFORMA_SENT, NEGOTIATION, MoveQuestion::proformaRejected),
            row(PROFORMA_SENT, DEAD, MoveQuestion::proformaExpired),
            row(INVOICED, PAID, MoveQuestion::paymentConfirmed),
            row(INVOICED, DEAD, MoveQuestion::paymentFailed),
            row(DEAD, DISCOVERY, MoveQuestion::resurrection));

    private MoveTable() {}

    private static Row row(NegotiationState from, NegotiationState to, Predicate<MoveQuestion> condition) {
        return new Row(from, to, question -> !question.overruled() && condition.test(question));
    }

    /** One legal move and what must be true before it. */
    record Row(NegotiationState from, NegotiationState to, Predicate<MoveQuestion> condition) {}
}
