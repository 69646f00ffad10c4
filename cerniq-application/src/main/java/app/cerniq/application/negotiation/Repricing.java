package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Percentage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comparing what is quoted with what is on sale today, and putting today's prices on the table. */
final class Repricing {

    private final Pricing pricing;

    Repricing(Pricing pricing) {
        this.pricing = pricing;
    }

    /** The lines whose offering is another one today. */
    List<OutdatedPrice> outdated(Situation situation) {
        var onSale = onSale(situation);
        return situation.deal().bargain().lines().stream()
                .flatMap(line -> outdated(line, onSale).stream())
                .toList();
    }

    Either<NegotiationRefusal, Accepted> reprice(Situation situation) {
        var onSale = onSale(situation);
        var sheet = pricing.sheet(situation, List.of());
        var lines = new ArrayList<QuoteLine>();
        for (var line : situation.deal().bargain().lines()) {
            if (outdated(line, onSale).isEmpty()) {
                lines.add(line);
                continue;
            }
            var offering = pricing.offering(situation, onSale, line.sku(), line.quantity());
            if (offering.isLeft()) {
                return left(offering.getLeft());
            }
            lines.add(anew(situation, sheet, line, offering.get()));
        }
        var changed = !lines.equals(situation.deal().bargain().lines());
        return situation
                .deal()
                .quoting(situation.stamp())
                .reprice(changed ? sheet.judged(lines) : List.of(), situation.ticket());
    }

    /** The line at today's price with its discount, or with as much of it as this actor may give alone. */
    private static QuoteLine anew(Situation situation, PriceSheet sheet, QuoteLine line, PricedOffering offering) {
        var kept = line.bargained().isPresent() ? line.discount() : line.asked();
        var automatic = sheet.limits(line.sku()).automatic();
        var least = kept.exceeds(automatic) ? automatic : kept;
        for (var asked : List.of(kept, least)) {
            var candidate = on(situation, sheet, line, offering, asked);
            if (isFree(situation, sheet.judged(candidate))) {
                return candidate;
            }
        }
        return on(situation, sheet, line, offering, Percentage.ZERO);
    }

    private static QuoteLine on(
            Situation situation, PriceSheet sheet, QuoteLine line, PricedOffering offering, Percentage asked) {
        var onQuote = situation.deal().bargain().onQuote();
        return sheet.line(offering, line.quantity(), LineTerms.asking(asked).onQuote(onQuote));
    }

    private static boolean isFree(Situation situation, PricedLine priced) {
        var tier = priced.tier().outcome();
        return tier != DiscountTier.REFUSED
                && situation.stamp().actor().authority().covers(tier.needed());
    }

    private Map<Sku, PricedOffering> onSale(Situation situation) {
        var quoted =
                situation.deal().bargain().lines().stream().map(QuoteLine::sku).toList();
        return pricing.onSale(situation, quoted);
    }

    private static Optional<OutdatedPrice> outdated(QuoteLine line, Map<Sku, PricedOffering> onSale) {
        return OutdatedPrice.of(line, Optional.ofNullable(onSale.get(line.sku())));
    }
}
