package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import java.util.Optional;

/**
 * The deal learns of its invoice and moves to INVOICED; the goods leave in that commit. Undone by the storno, with which
 * the goods come back.
 */
final class InvoiceDeal implements StepAction {

    private final Deals deals;
    private final Stornos stornos;

    InvoiceDeal(Deals deals, Invoicing invoicing) {
        this.deals = deals;
        this.stornos = new Stornos(invoicing);
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var issued = Issued.by(call, CompletionSaga.CREATE_INVOICE);
        var deal = deals.of(call);
        if (isInvoiced(deal, issued)) {
            return done(issued);
        }
        var recorded = ours(deal, issued).isPresent()
                ? Optional.<StepAnswer>empty()
                : deals.gives(call, "record", (desk, ask) -> desk.recordInvoice(ask, command(issued)));
        return recorded.or(() -> deals.moves(
                        call,
                        NegotiationState.INVOICED,
                        TransitionTrigger.WEBHOOK,
                        "invoice " + issued.number() + " was issued"))
                .orElseGet(() -> done(issued));
    }

    private static RecordInvoice command(Issued issued) {
        var at = issued.on().atStartOfDay(Issued.BUCHAREST).toInstant();
        return new RecordInvoice(issued.number().toString(), at);
    }

    private static StepAnswer done(Issued issued) {
        return new StepAnswer.Done("The deal is invoiced with " + issued.number() + ".");
    }

    private static boolean isInvoiced(Negotiation deal, Issued issued) {
        var isBeyond = deal.state() == NegotiationState.INVOICED || deal.state() == NegotiationState.PAID;
        return isBeyond && ours(deal, issued).isPresent();
    }

    private static Optional<Invoice> ours(Negotiation deal, Issued issued) {
        return deal.documents()
                .invoice()
                .filter(invoice -> invoice.ref().equals(issued.number().toString()));
    }

    @Override
    public StepAnswer look(StepCall call) {
        var issued = Issued.by(call, CompletionSaga.CREATE_INVOICE);
        return isInvoiced(deals.of(call), issued) ? done(issued) : new StepAnswer.Absent();
    }

    @Override
    public StepAnswer undo(StepCall call) {
        var known = deals.of(call).documents().invoice().flatMap(Invoice::stornoRef);
        if (known.isPresent()) {
            return ends(call, known.get());
        }
        var storno = stornos.issue(call);
        return storno instanceof Outcome.Done<IssuedDocument> issued
                ? ends(call, issued.value().number().toString())
                : StepAnswer.of(storno, document -> document.number().toString());
    }

    @Override
    public StepAnswer lookForUndo(StepCall call) {
        var found = StepAnswer.ofLook(
                stornos.find(call), document -> document.number().toString());
        return found instanceof StepAnswer.Done storno ? ends(call, storno.result()) : found;
    }

    private StepAnswer ends(StepCall call, String storno) {
        var deal = deals.of(call);
        var isRecorded = deal.documents().invoice().flatMap(Invoice::stornoRef).isPresent();
        var recorded = isRecorded
                ? Optional.<StepAnswer>empty()
                : deals.gives(call, "storno", (desk, ask) -> desk.recordStorno(ask, new RecordStorno(storno)));
        return recorded.or(() -> deal.state() == NegotiationState.DEAD
                        ? Optional.empty()
                        : deals.moves(
                                call,
                                NegotiationState.DEAD,
                                TransitionTrigger.WEBHOOK,
                                "storno " + storno + " reversed the invoice"))
                .orElseGet(() -> new StepAnswer.Done("Storno " + storno + " reversed the invoice."));
    }
}
