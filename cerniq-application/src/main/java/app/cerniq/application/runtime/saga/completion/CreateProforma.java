package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.domain.runtime.saga.StepState;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.fiscal.ProformaOrder;

/** The office issues the proforma; undone by cancelling it. */
final class CreateProforma implements StepAction {

    /** Source: specification C52. */
    static final int DAYS_VALID = 7;

    private static final String KIND = "pf";

    private final Deals deals;
    private final Invoicing invoicing;

    CreateProforma(Deals deals, Invoicing invoicing) {
        this.deals = deals;
        this.invoicing = invoicing;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var deal = deals.of(call);
        if (!Deals.isUnchanged(call, deal) || deal.state() != NegotiationState.CLOSING) {
            return Deals.no(call, "DEAL_CHANGED", "The deal is in " + deal.state() + " or has another quote by now.");
        }
        var live = deal.documents().proforma().filter(proforma -> proforma.isLiveAt(call.at()));
        if (live.isPresent()) {
            return Deals.no(
                    call, "DEAL_CHANGED", "The deal has proforma " + live.get().ref() + " already.");
        }
        var missing = deal.client().missingForFiscalDocument();
        if (!missing.isEmpty()) {
            return Deals.no(call, "DEAL_REFUSED", "The customer's data lacks " + missing + ".");
        }
        var held = deals.held(call, deal);
        if (held.isPresent()) {
            return held.get();
        }
        var today = Issued.dateAt(call.at());
        var order = new ProformaOrder(
                deal.id().tenant(),
                Issued.reference(call, KIND),
                today,
                today.plusDays(DAYS_VALID),
                deal.client(),
                deal.bargain().quote().orElseThrow());
        return StepAnswer.of(invoicing.issueProforma(order), Issued::text);
    }

    @Override
    public StepAnswer look(StepCall call) {
        return StepAnswer.ofLook(invoicing.find(question(call)), Issued::text);
    }

    private static DocumentQuestion question(StepCall call) {
        return new DocumentQuestion(
                call.saga().id().tenant(), DocumentKind.PROFORMA, Issued.reference(call, KIND), Issued.notBefore(call));
    }

    @Override
    public StepAnswer undo(StepCall call) {
        var invoiced = call.saga().step(CompletionSaga.CREATE_INVOICE).stream()
                .anyMatch(step -> step.state() == StepState.COMPENSATED);
        if (invoiced) {
            return new StepAnswer.Done("The proforma became the invoice that was reversed.");
        }
        var number = Issued.by(call, CompletionSaga.CREATE_PROFORMA).number();
        return StepAnswer.of(
                invoicing.cancelProforma(call.saga().id().tenant(), number), cancelled -> cancelled + " is cancelled.");
    }

    @Override
    public StepAnswer lookForUndo(StepCall call) {
        var found = invoicing.find(question(call)).map(document -> document.filter(IssuedDocument::isCancelled));
        return StepAnswer.ofLook(found, document -> document.number() + " is cancelled.");
    }
}
