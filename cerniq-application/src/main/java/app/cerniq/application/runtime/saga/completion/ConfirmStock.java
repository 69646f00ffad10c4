package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.domain.stock.DealStock;

/**
 * The goods left with the invoice. They do so in the commit that moves the deal to INVOICED (C26); this step only looks,
 * and says what left, so that the journal of a saga tells the whole story of document 001.
 */
final class ConfirmStock implements StepAction {

    private final Deals deals;

    ConfirmStock(Deals deals) {
        this.deals = deals;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var deal = deals.of(call);
        DealStock stock = deal.stock();
        if (deal.state() == NegotiationState.DEAD) {
            return new StepAnswer.Done("The goods came back with the storno.");
        }
        return stock.held().isPresent()
                ? Deals.no(call, "DEAL_REFUSED", "Goods are still held for a deal in " + deal.state() + ".")
                : new StepAnswer.Done(stock.sold().size() + " reservations left with the invoice.");
    }
}
