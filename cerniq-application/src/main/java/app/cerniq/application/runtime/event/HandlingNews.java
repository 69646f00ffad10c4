package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionUsed;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.McpEvent;
import java.util.List;

/** What is told of who drives a deal. */
final class HandlingNews {

    private HandlingNews() {}

    static List<EventPayload> handedOver(HandedOver over, Occasion occasion) {
        return List.of(new ChannelEvent.HandoverInitiated(
                occasion.deal(), over.assignment().user(), occasion.by()));
    }

    static List<EventPayload> handedBack(HandedBack back, Occasion occasion) {
        return List.of(new ChannelEvent.HandoverReturned(occasion.deal(), occasion.by()));
    }

    /** The beginning of a session; that it goes on is nobody's news. */
    static List<EventPayload> session(SessionUsed used, Occasion occasion) {
        var known = occasion.before()
                .flatMap(Negotiation::session)
                .map(McpSession::id)
                .filter(used.session().id()::equals)
                .isPresent();
        return known
                ? List.of()
                : List.of(new McpEvent.SessionStarted(
                        occasion.deal(), used.session().id(), used.session().expiresAt()));
    }
}
