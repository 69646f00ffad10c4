package app.cerniq.rules.negotiation;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.Assignment;
import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Outlook;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deals with no quote and no document, in the state that a test asks about. */
final class Deals {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final NegotiationId ID = new NegotiationId(new TenantId(new UUID(1, 1)), new UUID(2, 2));
    private static final ActorRef SOMEBODY = new ActorRef(ActorKind.SYSTEM, new UUID(3, 3), "somebody");

    private Deals() {}

    static Negotiation in(NegotiationState state) {
        var opened = new Opened(
                new LeadId(new UUID(4, 4)),
                Optional.empty(),
                SalesChannelCode.DIRECT,
                ClientData.UNKNOWN,
                Assignment.NOBODY,
                Money.RON,
                Rounding.HALF_UP,
                Outlook.NEW,
                Annotations.NONE);
        var moved = new StateChanged(
                NegotiationState.DISCOVERY,
                state,
                TransitionTrigger.USER_ACTION,
                "for a test",
                Optional.empty(),
                List.of(),
                new PackVersion("none"));
        return Negotiation.fold(List.of(change(1, opened), change(2, moved)));
    }

    static Negotiation heldByAHumanIn(NegotiationState state) {
        return in(state).apply(change(3, new HandedOver(Assignment.NOBODY, "an angry customer")));
    }

    private static Change change(long version, NegotiationEvent event) {
        return new Change(ID, version, SOMEBODY, NOON, List.of(event));
    }
}
