package app.cerniq.ports.fiscal;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The office that numbers and issues documents. An order issues at once: there are no drafts.
 *
 * <p>One reference, one document: an order under a reference that has its document already answers with that document, at
 * whatever time it comes. An implementation sends the reference as idempotency key and so that {@link #find} finds it.
 *
 * <p>A time-out, a broken body or an error of the office's own after the order was sent is {@link Outcome.Unknown}; only
 * what surely never reached the office is {@link Outcome.Unavailable}. Creating waits for 60 seconds or more before it
 * gives up, because giving up makes an unknown outcome (specification C56). Calls never throw for what the office does.
 */
public interface Invoicing {

    Outcome<IssuedDocument> issueProforma(ProformaOrder order);

    /** Issues the invoice from its proforma; refused where the proforma is cancelled or was invoiced under another reference. */
    Outcome<IssuedDocument> issueInvoice(InvoiceOrder order);

    /** Issues the storno; refused where the invoice was reversed under another reference. */
    Outcome<IssuedDocument> issueStorno(StornoOrder order);

    /** Cancels a proforma; done, too, where it is cancelled already. Refused where it was invoiced. */
    Outcome<DocumentNumber> cancelProforma(TenantId tenant, DocumentNumber proforma);

    /**
     * The document under a reference as it stands at the office now; empty where there is none. An order that is still on its
     * way may yet make one: who asks after an unknown outcome believes an absence only after a while.
     */
    Outcome<Optional<IssuedDocument>> find(DocumentQuestion question);

    /** What was paid on an invoice so far, oldest first. */
    Outcome<List<Collection>> collections(TenantId tenant, DocumentNumber invoice);
}
