package app.cerniq.simulator.actor;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.simulator.world.Chance;
import app.cerniq.simulator.world.Company;
import java.util.List;
import java.util.Optional;

/** Figures that somebody comes up with. */
final class Wishes {

    /** What a quote's hash never is. */
    static final ContentHash NO_QUOTE = ContentHash.of(List.of("nothing of the kind"));

    private Wishes() {}

    /** A quantity of which there is usually enough. */
    static Quantity quantity(PricedOffering offering, Chance chance) {
        return Company.quantity(offering.sku(), Integer.toString(chance.between(1, 18)));
    }

    /** A quantity of which there is never enough. */
    static Quantity tooMuch(PricedOffering offering, Chance chance) {
        return Company.quantity(offering.sku(), Integer.toString(chance.between(500, 90_000)));
    }

    /** A discount within two limits, in quarters of a percent point. */
    static Percentage discount(int least, int most, Chance chance) {
        return Percentage.ofBasisPoints(chance.between(least * 4, most * 4) * 25);
    }

    /** A price for a line that stands, so far below its list price. */
    static CounterOffer.Term term(QuoteLine line, Percentage below, Optional<Quantity> quantity) {
        var list = line.offering().listPrice();
        Money price = list.less(below, Rounding.HALF_UP);
        return new CounterOffer.Term(line.sku(), price, quantity);
    }

    static ContentHash quoteOf(Negotiation deal) {
        return deal.bargain().quote().map(quote -> quote.hash()).orElse(NO_QUOTE);
    }

    static Optional<QuoteLine> someLine(Negotiation deal, Chance chance) {
        var lines = deal.bargain().lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(chance.of(lines));
    }
}
