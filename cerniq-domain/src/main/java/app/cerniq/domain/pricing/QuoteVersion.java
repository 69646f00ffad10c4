package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One immutable version of what is offered. Approvals, agreements, reservations and the proforma name its {@link #hash},
 * so none of them survives a change of substance.
 *
 * @param number 1 for the first version of a negotiation, then one more each time; never reused
 * @param currency of every line
 * @param rounding how every product becomes coins
 * @param discount on the whole quote, after that of each line; contained in the unit prices of all lines but those that
 *     were bargained
 * @param lines at most one per SKU, at most {@link #MAX_LINES}
 */
public record QuoteVersion(
        int number, Currency currency, Rounding rounding, Percentage discount, List<QuoteLine> lines) {

    /** Source: limits of an order, specification section 2. */
    public static final int MAX_LINES = 100;

    public QuoteVersion {
        lines = List.copyOf(lines);
        if (number < 1 || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("A quote version has a number from 1 and at most " + MAX_LINES
                    + " lines, not number " + number + " with " + lines.size() + " lines.");
        }
        var seen = new HashSet<Sku>();
        for (var line : lines) {
            if (!seen.add(line.sku())) {
                throw new IllegalArgumentException("Two lines for " + line.sku() + ".");
            }
            if (!line.unitPrice().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "A line in " + line.unitPrice().currency() + " in a quote in " + currency + ".");
            }
            if (line.bargained().isEmpty() && !line.onQuote().equals(discount)) {
                throw new IllegalArgumentException("The line for " + line.sku() + " has " + line.onQuote()
                        + " of the discount of " + discount + " on the quote.");
            }
        }
    }

    /** A version without a discount on the whole. */
    public QuoteVersion(int number, Currency currency, Rounding rounding, List<QuoteLine> lines) {
        this(number, currency, rounding, Percentage.ZERO, lines);
    }

    /** The line of a SKU, if there is one. */
    public Optional<QuoteLine> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /** VAT per (category, rate) group, and the document's totals. */
    public QuoteTotals totals() {
        return QuoteTotals.of(this);
    }

    /** The substance of this version; the number is no part of it. */
    public ContentHash hash() {
        var fields = new ArrayList<String>();
        fields.add(currency.getCurrencyCode());
        fields.add(rounding.name());
        if (!discount.equals(Percentage.ZERO)) {
            // Only where there is one: versions from before there could be keep their hashes.
            fields.add(discount.points().toPlainString());
        }
        for (var line : lines) {
            fields.addAll(line.fields());
        }
        return ContentHash.of(fields);
    }

    /** What is bought, whatever the price: SKUs, quantities and units. Confirmation against stock names it. */
    public ContentHash contents() {
        return ContentHash.of(lines.stream()
                .flatMap(line -> Stream.of(
                        line.sku().value(),
                        line.quantity().value().toPlainString(),
                        line.quantity().unit().name()))
                .toList());
    }
}
