package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.runtime.saga.StepAnswer;

/** The deal moves to PAID, which has no exit: a point of no return. */
final class CompleteDeal implements StepAction {

    private static final StepAnswer DONE = new StepAnswer.Done("The deal is paid and complete.");

    private final Deals deals;

    CompleteDeal(Deals deals) {
        this.deals = deals;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var deal = deals.of(call);
        return deal.state() == NegotiationState.PAID
                ? DONE
                : deals.held(call, deal)
                        .or(() -> deals.moves(
                                call, NegotiationState.PAID, TransitionTrigger.WEBHOOK, "the invoice is paid in full"))
                        .orElse(DONE);
    }

    @Override
    public StepAnswer look(StepCall call) {
        return deals.of(call).state() == NegotiationState.PAID ? DONE : new StepAnswer.Absent();
    }
}
