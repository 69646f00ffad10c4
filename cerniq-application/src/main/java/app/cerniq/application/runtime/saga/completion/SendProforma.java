package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RejectProforma;
import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.domain.shared.ContentHash;
import java.util.Optional;

/** The deal learns of its proforma and moves to PROFORMA_SENT; undone by reopening it, or by letting it expire. */
final class SendProforma implements StepAction {

    private final Deals deals;

    SendProforma(Deals deals) {
        this.deals = deals;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var issued = Issued.by(call, CompletionSaga.CREATE_PROFORMA);
        var deal = deals.of(call);
        if (hasMoved(deal, issued)) {
            return done(issued);
        }
        if (!Deals.isUnchanged(call, deal) || deal.state() != NegotiationState.CLOSING) {
            return Deals.no(call, "DEAL_CHANGED", "The deal is in " + deal.state() + " or has another quote by now.");
        }
        var held = deals.held(call, deal);
        if (held.isPresent()) {
            return held.get();
        }
        var recorded = ours(deal, issued).isPresent()
                ? Optional.<StepAnswer>empty()
                : deals.gives(call, "record", (desk, ask) -> desk.recordProforma(ask, command(call, issued)));
        return recorded.or(() -> deals.moves(
                        call,
                        NegotiationState.PROFORMA_SENT,
                        TransitionTrigger.WEBHOOK,
                        "proforma " + issued.number() + " was issued"))
                .orElseGet(() -> done(issued));
    }

    private static RecordProforma command(StepCall call, Issued issued) {
        var expiresAt = issued.on()
                .plusDays(CreateProforma.DAYS_VALID + 1L)
                .atStartOfDay(Issued.BUCHAREST)
                .toInstant();
        return new RecordProforma(
                issued.number().toString(), new ContentHash(call.saga().basis()), expiresAt);
    }

    private static StepAnswer done(Issued issued) {
        return new StepAnswer.Done("The deal has proforma " + issued.number() + ".");
    }

    private static boolean hasMoved(Negotiation deal, Issued issued) {
        return deal.state() == NegotiationState.PROFORMA_SENT
                && ours(deal, issued).isPresent();
    }

    private static Optional<Proforma> ours(Negotiation deal, Issued issued) {
        return deal.documents()
                .proforma()
                .filter(proforma -> proforma.ref().equals(issued.number().toString()));
    }

    @Override
    public StepAnswer look(StepCall call) {
        var issued = Issued.by(call, CompletionSaga.CREATE_PROFORMA);
        return hasMoved(deals.of(call), issued) ? done(issued) : new StepAnswer.Absent();
    }

    @Override
    public StepAnswer undo(StepCall call) {
        var issued = Issued.by(call, CompletionSaga.CREATE_PROFORMA);
        var deal = deals.of(call);
        if (!hasMoved(deal, issued)) {
            return new StepAnswer.Done("The deal has left the proforma behind already.");
        }
        var proforma = ours(deal, issued).orElseThrow();
        if (proforma.isExpiredAt(call.at()) && proforma.rejectedAt().isEmpty()) {
            return deals.moves(call, NegotiationState.DEAD, TransitionTrigger.TIMEOUT, "the proforma expired")
                    .orElseGet(() -> new StepAnswer.Done("The deal ended with its proforma."));
        }
        var rejected = proforma.rejectedAt().isPresent()
                ? Optional.<StepAnswer>empty()
                : deals.gives(
                        call,
                        "reject",
                        (desk, ask) -> desk.rejectProforma(ask, new RejectProforma("the sale was undone")));
        return rejected.or(() -> deals.moves(
                        call, NegotiationState.NEGOTIATION, TransitionTrigger.WEBHOOK, "the proforma is off the table"))
                .orElseGet(() -> new StepAnswer.Done("The deal is reopened."));
    }
}
