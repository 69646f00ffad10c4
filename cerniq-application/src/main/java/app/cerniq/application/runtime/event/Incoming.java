package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.runtime.event.CrossStageEvent;
import app.cerniq.domain.runtime.event.CrossStageEvent.CallbackRequested;
import app.cerniq.domain.runtime.event.CrossStageEvent.WarmReply;
import app.cerniq.domain.runtime.event.EventType;
import java.util.List;
import java.util.Optional;

/** What comes in from earlier stages, and nothing else, is told by a host. */
final class Incoming {

    private Incoming() {}

    /** The lead it is about; empty where it is not for a host to tell. */
    static Optional<LeadId> lead(CrossStageEvent event) {
        if (event instanceof WarmReply reply) {
            return Optional.of(reply.leadId());
        }
        return event instanceof CallbackRequested callback ? Optional.of(callback.leadId()) : Optional.empty();
    }

    static List<String> words() {
        return List.of(EventType.LEAD_WARM_REPLY.word(), EventType.LEAD_CALLBACK_REQUESTED.word());
    }
}
