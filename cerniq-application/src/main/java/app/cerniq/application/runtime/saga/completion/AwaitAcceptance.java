package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.saga.StepAnswer;
import java.time.Duration;

/** The customer accepts the proforma, by word or by paying (specification section 24.4). Nothing to undo. */
final class AwaitAcceptance implements StepAction {

    /** Source: document 001, the period of the invoicing office's status. */
    static final Duration PERIOD = Duration.ofMinutes(15);

    private final Deals deals;

    AwaitAcceptance(Deals deals) {
        this.deals = deals;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var deal = deals.of(call);
        var number = Issued.by(call, CompletionSaga.CREATE_PROFORMA).number();
        var proforma =
                deal.documents().proforma().filter(document -> document.ref().equals(number.toString()));
        if (proforma.isEmpty() || !Deals.isUnchanged(call, deal)) {
            return Deals.no(call, "DEAL_CHANGED", "Proforma " + number + " is no longer that of the deal.");
        }
        if (proforma.get().rejectedAt().isPresent()) {
            return Deals.no(call, "PROFORMA_REJECTED", "The customer refused proforma " + number + ".");
        }
        if (proforma.get().acceptance().isPresent()) {
            return new StepAnswer.Done("Proforma " + number + " is accepted.");
        }
        if (proforma.get().isExpiredAt(call.at())) {
            return Deals.no(call, "PROFORMA_EXPIRED", "Proforma " + number + " expired unanswered.");
        }
        if (deal.state() != NegotiationState.PROFORMA_SENT) {
            return Deals.no(call, "DEAL_CHANGED", "The deal is in " + deal.state() + ".");
        }
        var next = call.at().plus(PERIOD);
        var expiry = proforma.get().expiresAt();
        return StepAnswer.NotYet.until(
                next.isBefore(expiry) ? next : expiry, "The customer has not answered proforma " + number + ".");
    }
}
