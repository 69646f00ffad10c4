package app.cerniq.simulator.invariant;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.pricing.QuoteTotals.VatGroup;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** I12: the figures of a quote and of its invoice add up to the ban. Reckoned a second time, with bare numbers. */
final class SumsAgree implements Invariant {

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public String sentence() {
        return "Lines, VAT groups and totals agree to the ban, and the invoice is what the quote says.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        for (var change : moment.changes()) {
            change.events(QuoteRevised.class)
                    .forEach(revised -> fault(revised.quote(), change).ifPresent(faults::add));
            change.events(InvoiceIssued.class).forEach(issued -> {
                var quote = change.after().bargain().quote().orElseThrow();
                var gross = reckoned(quote).gross();
                if (gross.compareTo(issued.invoice().gross().amount()) != 0) {
                    faults.add("The invoice " + issued.invoice().ref() + " of "
                            + change.change().negotiation() + " is over "
                            + issued.invoice().gross() + ", but its quote adds up to " + gross.toPlainString() + ".");
                }
            });
        }
        return faults;
    }

    private record Sums(BigDecimal net, BigDecimal gross, Map<VatTreatment, BigDecimal> vat) {}

    private static Optional<String> fault(QuoteVersion quote, DealChange change) {
        var reckoned = reckoned(quote);
        var totals = quote.totals();
        var groups = totals.groups().stream()
                .collect(Collectors.toMap(
                        VatGroup::treatment, group -> group.vat().amount()));
        var agree = reckoned.net().compareTo(totals.net().amount()) == 0
                && reckoned.gross().compareTo(totals.gross().amount()) == 0
                && reckoned.vat().equals(groups);
        return agree
                ? Optional.empty()
                : Optional.of("Quote " + quote.number() + " of "
                        + change.change().negotiation() + " says " + totals + ", but adds up to " + reckoned + ".");
    }

    private static Sums reckoned(QuoteVersion quote) {
        var mode = quote.rounding() == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN;
        var coins = quote.currency().getDefaultFractionDigits();
        var taxable = new TreeMap<VatTreatment, BigDecimal>();
        for (var line : quote.lines()) {
            var net =
                    line.unitPrice().amount().multiply(line.quantity().value()).setScale(coins, mode);
            taxable.merge(line.offering().vat(), net, BigDecimal::add);
        }
        var vat = new TreeMap<VatTreatment, BigDecimal>();
        taxable.forEach((treatment, base) -> vat.put(
                treatment,
                base.multiply(treatment.rate().points()).movePointLeft(2).setScale(coins, mode)));
        var net = taxable.values().stream().reduce(BigDecimal.ZERO.setScale(coins), BigDecimal::add);
        return new Sums(net, vat.values().stream().reduce(net, BigDecimal::add), vat);
    }
}
