package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationEvent.ProductsConfirmed;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.NegotiationNews;
import app.cerniq.domain.runtime.event.PricingEvent;
import app.cerniq.domain.runtime.event.StockEvent;
import app.cerniq.domain.shared.Percentage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told when a quote changes: its lines, its price and, once it is on the table, the whole of it. */
final class QuoteNews {

    private QuoteNews() {}

    static List<EventPayload> revised(QuoteRevised revised, Occasion occasion) {
        var quote = revised.quote();
        var before = occasion.quoteBefore();
        var fresh = quote.lines().stream()
                .filter(line -> before.flatMap(old -> old.line(line.sku()))
                        .filter(old -> old.hash().equals(line.hash()))
                        .isEmpty())
                .toList();
        var news = new ArrayList<EventPayload>();
        fresh.forEach(
                line -> news.add(new NegotiationNews.ItemAdded(occasion.deal(), quote.number(), told(line, quote))));
        before.ifPresent(old -> old.lines().stream()
                .filter(line -> quote.line(line.sku()).isEmpty())
                .forEach(line ->
                        news.add(new NegotiationNews.ItemRemoved(occasion.deal(), quote.number(), line.sku()))));
        news.add(priced(occasion, quote));
        DiscountNews.validated(quote, occasion).ifPresent(news::add);
        granted(fresh, quote, occasion).ifPresent(news::add);
        // A move to PROPOSAL in the same change tells the quote itself.
        if (occasion.after().state() == NegotiationState.PROPOSAL
                && occasion.event(StateChanged.class).isEmpty()) {
            news.add(sent(occasion, quote));
        }
        return news;
    }

    private static EventPayload priced(Occasion occasion, QuoteVersion quote) {
        var totals = quote.totals();
        return new PricingEvent.PriceCalculated(
                occasion.deal(),
                quote.number(),
                quote.hash(),
                totals.net(),
                totals.vat(),
                totals.gross(),
                quote.lines().stream().map(QuoteLine::discount).reduce(Percentage.ZERO, Percentage::max));
    }

    /** A discount that stands in a quote and that nobody was asked for was granted by the rules. */
    private static Optional<EventPayload> granted(List<QuoteLine> fresh, QuoteVersion quote, Occasion occasion) {
        var automatic = fresh.stream()
                .filter(line -> line.discount().exceeds(Percentage.ZERO))
                .filter(line -> !occasion.after().bargain().approves(line))
                .map(line -> new PricingEvent.LineDiscount(line.sku(), line.discount(), line.unitPrice()))
                .toList();
        return automatic.isEmpty()
                ? Optional.empty()
                : Optional.of(new PricingEvent.DiscountAutoApproved(occasion.deal(), quote.number(), automatic));
    }

    static EventPayload sent(Occasion occasion, QuoteVersion quote) {
        var totals = quote.totals();
        return new NegotiationNews.QuoteSent(
                occasion.deal(),
                quote.number(),
                quote.hash(),
                quote.lines().stream().map(line -> told(line, quote)).toList(),
                totals.net(),
                totals.vat(),
                totals.gross());
    }

    static List<EventPayload> confirmed(ProductsConfirmed confirmed, Occasion occasion) {
        return List.of(new StockEvent.StockChecked(
                occasion.deal(), occasion.after().bargain().versions(), confirmed.contents()));
    }

    private static NegotiationNews.Line told(QuoteLine line, QuoteVersion quote) {
        return new NegotiationNews.Line(
                line.sku(), line.quantity(), line.unitPrice(), line.discount(), line.net(quote.rounding()));
    }
}
