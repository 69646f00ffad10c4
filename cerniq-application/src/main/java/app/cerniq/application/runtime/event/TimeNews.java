package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionClosed;
import app.cerniq.domain.runtime.event.CrossStageEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.McpEvent;
import app.cerniq.domain.runtime.event.NegotiationNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told where time has passed and the deal stays where it is. */
final class TimeNews {

    private TimeNews() {}

    /** A deal in which nothing happens is told to the next stage too; of a date that has passed only those around it hear. */
    static List<EventPayload> passed(DeadlinePassed passed, Occasion occasion) {
        var deal = occasion.after();
        var since = deal.timing().lastActivityAt();
        var news = new ArrayList<EventPayload>();
        news.add(new NegotiationNews.Timeout(deal.id(), deal.state(), Optional.empty(), since));
        if (isSilence(passed.timer())) {
            news.add(new CrossStageEvent.NegotiationStalled(deal.id(), deal.lead(), deal.state(), since));
        }
        return news;
    }

    private static boolean isSilence(DealTimer timer) {
        return switch (timer) {
            case STALLED, NO_ANSWER, AGREEMENT_LAPSED, STUCK -> true;
            case QUOTE_EXPIRED, PROFORMA_EXPIRED, PAYMENT_DUE -> false;
        };
    }

    static List<EventPayload> closed(SessionClosed closed, Occasion occasion) {
        return List.of(new McpEvent.SessionClosed(occasion.deal(), closed.sessionId(), "nobody used it any more"));
    }
}
