package app.cerniq.application.runtime.process;

import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.runtime.saga.SagaDesk;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.event.CrossStageEvent.WarmReply;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.NegotiationNews;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.ports.runtime.Reception;
import java.util.UUID;

/** What events do to deals and to the sagas that complete them. */
public final class Deals {

    private final NegotiationDesk deals;
    private final SagaDesk sagas;

    /** Over the desks of one engine. */
    public Deals(NegotiationDesk deals, SagaDesk sagas) {
        this.deals = deals;
        this.sagas = sagas;
    }

    /** A lead who answered gets a deal, unless there is one. */
    Reception open(Envelope event) {
        var reply = (WarmReply) event.payload();
        var key = Reactions.WARM_REPLY.consumer().keyFor(event.eventId()).value();
        var command = OpenNegotiation.with(reply.leadId(), ClientData.UNKNOWN);
        var opened = deals.open(event.tenant(), Clockwork.ACTOR, key, command, EventCause.of(event));
        return opened.isRight() || opened.getLeft() instanceof NegotiationRefusal.LeadAlreadyInNegotiation
                ? Reception.done()
                : Reception.never(opened.getLeft().code());
    }

    /** Where nobody makes out documents, nobody is asked to: people complete such deals by themselves. */
    Reception complete(Envelope event) {
        var moved = (NegotiationNews.StateChanged) event.payload();
        if (moved.toState() != NegotiationState.CLOSING || !sagas.canComplete()) {
            return Reception.done();
        }
        return sagas.complete(moved.negotiationId(), Clockwork.ACTOR)
                .map(begun -> begun.isRight() || begun.getLeft() instanceof SagaRefusal.AlreadyRunning
                        ? Reception.done()
                        : Reception.again(begun.getLeft().code()))
                .orElseGet(Reception::done);
    }

    Reception wake(Envelope event) {
        if (event.subject().kind() == Subject.Kind.NEGOTIATION) {
            var deal = new NegotiationId(
                    event.tenant(), UUID.fromString(event.subject().id()));
            sagas.wake(deal, event.type().word());
        }
        return Reception.done();
    }
}
