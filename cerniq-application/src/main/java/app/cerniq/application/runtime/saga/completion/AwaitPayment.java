package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.ports.fiscal.Collection;
import app.cerniq.ports.fiscal.Invoicing;
import java.util.List;
import java.util.Optional;

/** The deal is paid in full; what the office booked is brought over. It never waits for ANAF (C5). Nothing to undo. */
final class AwaitPayment implements StepAction {

    private final Deals deals;
    private final Invoicing invoicing;

    AwaitPayment(Deals deals, Invoicing invoicing) {
        this.deals = deals;
        this.invoicing = invoicing;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var deal = deals.of(call);
        if (isPaid(call, deal)) {
            return new StepAnswer.Done("The invoice is paid.");
        }
        var reversed = deal.documents().invoice().flatMap(Invoice::stornoRef);
        if (reversed.isPresent() || deal.state() != NegotiationState.INVOICED) {
            return Deals.no(
                    call,
                    "DEAL_CHANGED",
                    "The deal is in " + deal.state()
                            + reversed.map(ref -> ", reversed by " + ref).orElse("") + ".");
        }
        var invoice = Issued.by(call, CompletionSaga.CREATE_INVOICE).number();
        var booked = invoicing.collections(call.saga().id().tenant(), invoice);
        var fault = booked instanceof Outcome.Done<List<Collection>> done
                ? bringOver(call, deal, done.value())
                : Optional.<StepAnswer>empty();
        return fault.orElseGet(() -> isPaid(call, deals.of(call))
                ? new StepAnswer.Done("The invoice is paid.")
                : StepAnswer.NotYet.until(
                        call.at().plus(AwaitAcceptance.PERIOD), "Invoice " + invoice + " is not paid in full."));
    }

    private Optional<StepAnswer> bringOver(StepCall call, Negotiation deal, List<Collection> booked) {
        var known = deal.documents().payments().stream()
                .map(payment -> payment.ref())
                .toList();
        return booked.stream()
                .filter(collection -> !known.contains(collection.ref()))
                .flatMap(collection -> deals
                        .gives(
                                call,
                                "payment/" + collection.ref(),
                                (desk, ask) -> desk.recordPayment(ask, command(collection)))
                        .stream())
                .findFirst();
    }

    private static RecordPayment command(Collection collection) {
        var at = collection.on().atStartOfDay(Issued.BUCHAREST).toInstant();
        return new RecordPayment(collection.ref(), collection.amount(), at);
    }

    private static boolean isPaid(StepCall call, Negotiation deal) {
        return deal.state() == NegotiationState.PAID
                || deal.conditionsAt(call.at()).contains(MoveCondition.PAYMENT_CONFIRMED);
    }
}
