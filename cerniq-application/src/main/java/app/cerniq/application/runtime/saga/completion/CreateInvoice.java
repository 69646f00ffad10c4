package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.InvoiceOrder;
import app.cerniq.ports.fiscal.Invoicing;

/** The office issues the invoice from the proforma; undone by a storno, which is a new document. */
final class CreateInvoice implements StepAction {

    private static final String KIND = "inv";

    private final Deals deals;
    private final Invoicing invoicing;
    private final Stornos stornos;

    CreateInvoice(Deals deals, Invoicing invoicing) {
        this.deals = deals;
        this.invoicing = invoicing;
        this.stornos = new Stornos(invoicing);
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var deal = deals.of(call);
        if (deal.state() != NegotiationState.PROFORMA_SENT
                || deal.documents().invoice().isPresent()
                || !Deals.isUnchanged(call, deal)) {
            return Deals.no(
                    call,
                    "DEAL_CHANGED",
                    "The deal is in " + deal.state() + " with "
                            + deal.documents().invoice().map(Invoice::ref).orElse("no invoice") + ".");
        }
        // Before the document exists: an invoice without goods could only be reversed.
        var missing = deals.missing(call, deal);
        if (!missing.isEmpty()) {
            return Deals.no(call, "STOCK_INSUFFICIENT", "There is not enough of " + missing + " to invoice.");
        }
        var held = deals.held(call, deal);
        if (held.isPresent()) {
            return held.get();
        }
        var order = new InvoiceOrder(
                deal.id().tenant(),
                Issued.reference(call, KIND),
                Issued.dateAt(call.at()),
                Issued.by(call, CompletionSaga.CREATE_PROFORMA).number(),
                deal.bargain().quote().orElseThrow().totals().gross());
        return StepAnswer.of(invoicing.issueInvoice(order), Issued::text);
    }

    @Override
    public StepAnswer look(StepCall call) {
        return StepAnswer.ofLook(
                invoicing.find(new DocumentQuestion(
                        call.saga().id().tenant(),
                        DocumentKind.INVOICE,
                        Issued.reference(call, KIND),
                        Issued.notBefore(call))),
                Issued::text);
    }

    @Override
    public StepAnswer undo(StepCall call) {
        var reversed = deals.of(call).documents().invoice().flatMap(Invoice::stornoRef);
        return reversed.<StepAnswer>map(StepAnswer.Done::new)
                .orElseGet(() -> StepAnswer.of(stornos.issue(call), Issued::text));
    }

    @Override
    public StepAnswer lookForUndo(StepCall call) {
        return StepAnswer.ofLook(stornos.find(call), Issued::text);
    }
}
