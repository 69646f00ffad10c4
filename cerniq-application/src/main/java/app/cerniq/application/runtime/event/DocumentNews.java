package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.PaymentReceived;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.runtime.event.CrossStageEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.InvoicingEvent;
import java.util.List;

/** What is told of proforma, invoice and payments. */
final class DocumentNews {

    private DocumentNews() {}

    static List<EventPayload> issued(ProformaIssued issued, Occasion occasion) {
        var proforma = issued.proforma();
        return List.of(new InvoicingEvent.ProformaCreated(
                occasion.deal(), proforma.ref(), proforma.quote(), proforma.expiresAt()));
    }

    static List<EventPayload> accepted(ProformaAccepted accepted, Occasion occasion) {
        return List.of(new InvoicingEvent.ProformaAccepted(
                occasion.deal(), accepted.ref(), accepted.acceptance().at()));
    }

    static List<EventPayload> rejected(ProformaRejected rejected, Occasion occasion) {
        return List.of(new InvoicingEvent.ProformaRejected(occasion.deal(), rejected.ref()));
    }

    static List<EventPayload> invoiced(InvoiceIssued issued, Occasion occasion) {
        var invoice = issued.invoice();
        return List.of(
                new InvoicingEvent.InvoiceCreated(occasion.deal(), invoice.ref(), invoice.gross(), invoice.issuedAt()),
                new CrossStageEvent.InvoiceIssued(
                        occasion.deal(), occasion.after().lead(), invoice.ref(), invoice.gross(), invoice.issuedAt()));
    }

    static List<EventPayload> reversed(InvoiceReversed reversed, Occasion occasion) {
        var returned =
                occasion.event(StockReturned.class).map(StockReturned::returned).orElse(List.of());
        var ref = occasion.after().documents().invoice().orElseThrow().ref();
        return List.of(new InvoicingEvent.InvoiceCancelled(
                occasion.deal(), ref, reversed.stornoRef(), GoodsNews.told(returned)));
    }

    static List<EventPayload> paid(PaymentReceived paid, Occasion occasion) {
        var payment = paid.payment();
        return List.of(new InvoicingEvent.PaymentReceived(
                occasion.deal(),
                payment.ref(),
                payment.amount(),
                payment.receivedAt(),
                occasion.after().documents().paid().orElse(payment.amount())));
    }
}
