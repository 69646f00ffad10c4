package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.runtime.event.CrossStageEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.InvoicingEvent;
import app.cerniq.domain.runtime.event.NegotiationNews;
import app.cerniq.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told when a deal begins and when it moves. Source: specification, sections 1.7, 5 and 15.3. */
final class MoveNews {

    private MoveNews() {}

    static List<EventPayload> opened(Opened opened, Occasion occasion) {
        return List.of(new NegotiationNews.Created(
                occasion.deal(),
                opened.lead(),
                Optional.empty(),
                Optional.empty(),
                opened.channel(),
                NegotiationState.DISCOVERY));
    }

    static List<EventPayload> moved(StateChanged moved, Occasion occasion) {
        var news = new ArrayList<EventPayload>();
        news.add(new NegotiationNews.StateChanged(
                occasion.deal(),
                moved.from(),
                moved.to(),
                moved.trigger(),
                occasion.by(),
                occasion.after().version()));
        if (moved.trigger() == TransitionTrigger.TIMEOUT) {
            news.add(timeout(moved, occasion));
        }
        switch (moved.to()) {
            case PROPOSAL ->
                occasion.after().bargain().quote().ifPresent(quote -> news.add(QuoteNews.sent(occasion, quote)));
            case PAID -> news.addAll(paid(occasion));
            case DEAD -> news.addAll(dead(moved, occasion));
            case DISCOVERY -> {
                if (moved.from() == NegotiationState.DEAD) {
                    news.add(resurrected(occasion));
                }
            }
            default -> {
                // The move itself is all there is to tell.
            }
        }
        return news;
    }

    private static EventPayload timeout(StateChanged moved, Occasion occasion) {
        var since = occasion.before()
                .map(deal -> deal.stage().changedAt())
                .orElse(occasion.change().at());
        return new NegotiationNews.Timeout(occasion.deal(), moved.from(), Optional.of(moved.to()), since);
    }

    private static EventPayload resurrected(Occasion occasion) {
        var deal = occasion.after();
        return new NegotiationNews.Resurrected(
                deal.id(), deal.lead(), deal.stage().round(), occasion.by());
    }

    private static List<EventPayload> paid(Occasion occasion) {
        var deal = occasion.after();
        var at = occasion.change().at();
        var news = new ArrayList<EventPayload>();
        var currency = deal.bargain().currency();
        news.add(new NegotiationNews.Completed(
                deal.id(), deal.lead(), deal.documents().paid().orElse(Money.zero(currency)), at));
        deal.documents().invoice().ifPresent(invoice -> news.add(sale(deal, invoice, occasion)));
        news.add(new CrossStageEvent.CustomerCreated(
                deal.lead(), deal.id(), deal.client().cui(), at));
        return news;
    }

    private static EventPayload sale(Negotiation deal, Invoice invoice, Occasion occasion) {
        return new CrossStageEvent.SaleCompleted(
                deal.id(),
                deal.lead(),
                Optional.empty(),
                deal.client().cui(),
                new CrossStageEvent.InvoiceDetails(invoice.ref(), invoice.ref(), invoice.gross(), Optional.empty()),
                deal.bargain().quote().map(MoveNews::sold).orElse(List.of()),
                deal.assignment().user(),
                occasion.change().at());
    }

    private static List<CrossStageEvent.ProductSold> sold(QuoteVersion quote) {
        return quote.lines().stream()
                .map(line -> new CrossStageEvent.ProductSold(
                        line.sku(), line.quantity(), line.unitPrice(), line.net(quote.rounding())))
                .toList();
    }

    private static List<EventPayload> dead(StateChanged moved, Occasion occasion) {
        var deal = occasion.after();
        var at = occasion.change().at();
        var news = new ArrayList<EventPayload>();
        if (moved.from() == NegotiationState.PROFORMA_SENT) {
            deal.documents()
                    .proforma()
                    .ifPresent(proforma -> news.add(
                            new InvoicingEvent.ProformaExpired(deal.id(), proforma.ref(), proforma.expiresAt())));
        }
        if (moved.trigger() == TransitionTrigger.TIMEOUT && isOnTheTable(moved.from())) {
            deal.bargain()
                    .quote()
                    .ifPresent(quote -> news.add(new CrossStageEvent.QuoteExpired(
                            deal.id(),
                            deal.lead(),
                            quote.number(),
                            quote.totals().gross())));
        }
        news.add(new NegotiationNews.Cancelled(deal.id(), deal.lead(), moved.from(), moved.loss(), occasion.by()));
        news.add(new CrossStageEvent.LeadCancelled(deal.id(), deal.lead(), moved.loss(), at));
        return news;
    }

    private static boolean isOnTheTable(NegotiationState state) {
        return state == NegotiationState.PROPOSAL || state == NegotiationState.NEGOTIATION;
    }
}
