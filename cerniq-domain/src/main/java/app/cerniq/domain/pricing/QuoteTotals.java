package app.cerniq.domain.pricing;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The totals of a quote. VAT is computed per group of rounded net lines, as EN 16931 (BR-CO-17) asks; VAT per line would
 * be informative only and is not kept.
 *
 * @param net sum of the net lines
 * @param vat sum of the groups' VAT
 * @param gross net plus VAT
 * @param groups ordered by category and rate
 */
public record QuoteTotals(Money net, Money vat, Money gross, List<VatGroup> groups) {

    public QuoteTotals {
        groups = List.copyOf(groups);
    }

    /** The lines that share a category and a rate. */
    public record VatGroup(VatTreatment treatment, Money taxable, Money vat) {}

    static QuoteTotals of(QuoteVersion quote) {
        var nothing = Money.zero(quote.currency());
        var taxable = new TreeMap<VatTreatment, Money>();
        for (var line : quote.lines()) {
            taxable.merge(line.offering().vat(), line.net(quote.rounding()), Money::plus);
        }
        var groups = taxable.entrySet().stream()
                .map(group -> new VatGroup(
                        group.getKey(),
                        group.getValue(),
                        group.getValue().share(group.getKey().rate(), quote.rounding())))
                .toList();
        var net = groups.stream().map(VatGroup::taxable).reduce(nothing, Money::plus);
        var vat = groups.stream().map(VatGroup::vat).reduce(nothing, Money::plus);
        return new QuoteTotals(net, vat, net.plus(vat), groups);
    }

    /** The margin of the whole quote, rounded down; empty where any cost is unknown or nothing is quoted. */
    public static Optional<Margin> estimatedMargin(QuoteVersion quote) {
        var cost = BigDecimal.ZERO;
        for (var line : quote.lines()) {
            if (line.offering().cost().isEmpty()) {
                return Optional.empty();
            }
            cost = cost.add(line.offering()
                    .cost()
                    .get()
                    .amount()
                    .multiply(line.quantity().value()));
        }
        var net = quote.totals().net().amount();
        return net.signum() == 0
                ? Optional.empty()
                : Optional.of(new Margin(net.subtract(cost).movePointRight(2).divide(net, 2, RoundingMode.FLOOR)));
    }
}
