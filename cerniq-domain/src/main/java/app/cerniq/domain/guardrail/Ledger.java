package app.cerniq.domain.guardrail;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim.Cited;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.guardrail.Evidence.Sum;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.Documents;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.stock.StockPosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything true that may be said to the customer of one deal at one instant. */
public final class Ledger {

    private final Situation situation;
    private final List<Evidence> evidence = new ArrayList<>();

    private Ledger(Situation situation) {
        this.situation = situation;
    }

    /** The evidence of a situation. */
    public static List<Evidence> of(Situation situation) {
        var ledger = new Ledger(situation);
        situation.quote().ifPresent(ledger::quote);
        situation.onSale().values().forEach(ledger::offering);
        situation.stock().values().forEach(ledger::stock);
        situation.deal().bargain().lastOffer().ifPresent(ledger::counterOffer);
        ledger.documents(situation.deal().documents());
        ledger.terms(situation.terms());
        ledger.parties();
        return List.copyOf(ledger.evidence);
    }

    private void quote(QuoteVersion quote) {
        var row = Rows.quote(situation.deal(), quote);
        var saving = Money.zero(quote.currency());
        for (var line : quote.lines()) {
            saving = saving.plus(line(row, quote, line));
        }
        var totals = quote.totals();
        sum(row, Optional.empty(), Sum.TOTAL, totals.net(), Vat.EXCLUDED);
        sum(row, Optional.empty(), Sum.TOTAL, totals.gross(), Vat.INCLUDED);
        sum(row, Optional.empty(), Sum.VAT, totals.vat(), Vat.UNSTATED);
        if (!saving.isZero()) {
            sum(row, Optional.empty(), Sum.SAVING, saving, Vat.EXCLUDED);
        }
        if (!quote.discount().equals(Percentage.ZERO)) {
            evidence.add(new Evidence.Rate(row, Optional.empty(), quote.discount(), Use.DISCOUNT));
        }
        for (var group : totals.groups()) {
            evidence.add(
                    new Evidence.Rate(row, Optional.empty(), group.treatment().rate(), Use.VAT));
            if (totals.groups().size() > 1) {
                sum(row, Optional.empty(), Sum.VAT, group.vat(), Vat.UNSTATED);
                sum(row, Optional.empty(), Sum.TAXABLE, group.taxable(), Vat.EXCLUDED);
            }
        }
        situation.terms().advance().ifPresent(share -> {
            var terms = Rows.terms(situation.terms());
            sum(terms, Optional.empty(), Sum.ADVANCE, totals.net().share(share, quote.rounding()), Vat.EXCLUDED);
            sum(terms, Optional.empty(), Sum.ADVANCE, totals.gross().share(share, quote.rounding()), Vat.INCLUDED);
        });
        situation
                .terms()
                .freeDeliveryFrom()
                .filter(from -> from.currency().equals(quote.currency())
                        && !totals.net().isBelow(from))
                .ifPresent(reached -> evidence.add(new Evidence.FreeDelivery(Rows.terms(situation.terms()))));
    }

    /** Adds a line, and says how much the customer saves on it. */
    private Money line(RowRef row, QuoteVersion quote, QuoteLine line) {
        var sku = Optional.of(line.sku());
        var offering = line.offering();
        price(row, sku, Sum.QUOTED_PRICE, line.unitPrice(), offering, quote.rounding());
        price(row, sku, Sum.LIST_PRICE, offering.listPrice(), offering, quote.rounding());
        var net = line.net(quote.rounding());
        var vat = net.share(offering.vat().rate(), quote.rounding());
        sum(row, sku, Sum.LINE_TOTAL, net, Vat.EXCLUDED);
        sum(row, sku, Sum.LINE_TOTAL, net.plus(vat), Vat.INCLUDED);
        sum(row, sku, Sum.VAT, vat, Vat.UNSTATED);
        evidence.add(new Evidence.Ordered(row, sku, line.quantity(), false));
        evidence.add(new Evidence.Rate(row, sku, offering.vat().rate(), Use.VAT));
        if (line.discount().equals(Percentage.ZERO)) {
            return Money.zero(quote.currency());
        }
        evidence.add(new Evidence.Rate(row, sku, line.discount(), Use.DISCOUNT));
        var perUnit = offering.listPrice().minus(line.unitPrice());
        evidence.add(new Evidence.Worth(row, sku, Sum.SAVING, perUnit, Optional.of(offering.unit()), Vat.EXCLUDED));
        var saved = perUnit.times(line.quantity(), quote.rounding());
        sum(row, sku, Sum.SAVING, saved, Vat.EXCLUDED);
        return saved;
    }

    /** Today's goods; the list price counts where none is quoted, for a quote copied its own. */
    private void offering(PricedOffering offering) {
        var row = Rows.offering(offering);
        var sku = Optional.of(offering.sku());
        evidence.add(new Evidence.OnSale(row, sku));
        if (situation.line(offering.sku()).isEmpty()) {
            price(row, sku, Sum.LIST_PRICE, offering.listPrice(), offering, Rounding.HALF_UP);
            evidence.add(new Evidence.Rate(row, sku, offering.vat().rate(), Use.VAT));
        }
    }

    private void price(RowRef row, Optional<Sku> sku, Sum sum, Money net, PricedOffering offering, Rounding rounding) {
        var per = Optional.of(offering.unit());
        evidence.add(new Evidence.Worth(row, sku, sum, net, per, Vat.EXCLUDED));
        var gross = net.plus(net.share(offering.vat().rate(), rounding));
        evidence.add(new Evidence.Worth(row, sku, sum, gross, per, Vat.INCLUDED));
    }

    private void stock(StockPosition position) {
        var held = situation.deal().heldAt(situation.at());
        var free = held.map(holding -> position.without(holding.of(position.sku())))
                .orElse(position)
                .available();
        var quoted = situation.line(position.sku()).map(QuoteLine::quantity);
        var row = Rows.stock(position.sku(), position.isKept(), free);
        evidence.add(new Evidence.InStore(row, Optional.of(position.sku()), position.isKept(), free, quoted));
        position.nextIncoming()
                .ifPresent(coming ->
                        evidence.add(new Evidence.OnDay(row, Optional.of(position.sku()), coming.on(), Use.DELIVERY)));
    }

    private void counterOffer(CounterOffer offer) {
        var row = Rows.deal(situation.deal());
        for (var term : offer.terms()) {
            var sku = Optional.of(term.sku());
            var unit = situation.line(term.sku()).map(line -> line.offering().unit());
            if (offer.side() == CounterOffer.Side.CUSTOMER) {
                evidence.add(new Evidence.Worth(row, sku, Sum.COUNTER_OFFER, term.unitPrice(), unit, Vat.EXCLUDED));
                term.quantity().ifPresent(wanted -> evidence.add(new Evidence.Ordered(row, sku, wanted, true)));
            }
        }
    }

    private void documents(Documents documents) {
        var row = Rows.deal(situation.deal());
        documents.proforma().ifPresent(proforma -> {
            letter(row, Cited.DOCUMENT, proforma.ref());
            evidence.add(day(row, situation.dayOf(proforma.sentAt()), Use.UNSTATED));
            var last = situation.dayOf(proforma.expiresAt().minusNanos(1));
            evidence.add(day(row, last, Use.VALIDITY));
            evidence.add(day(row, last, Use.PAYMENT));
        });
        documents.invoice().ifPresent(invoice -> {
            letter(row, Cited.DOCUMENT, invoice.ref());
            invoice.stornoRef().ifPresent(storno -> letter(row, Cited.DOCUMENT, storno));
            var issued = situation.dayOf(invoice.issuedAt());
            evidence.add(day(row, issued, Use.UNSTATED));
            sum(row, Optional.empty(), Sum.TOTAL, invoice.gross(), Vat.INCLUDED);
            situation
                    .terms()
                    .payment()
                    .filter(days -> !days.working())
                    .ifPresent(days -> evidence.add(day(row, issued.plusDays(days.most()), Use.PAYMENT)));
        });
        documents.paid().ifPresent(paid -> sum(row, Optional.empty(), Sum.PAID, paid, Vat.INCLUDED));
        for (var payment : documents.payments()) {
            letter(row, Cited.DOCUMENT, payment.ref());
            sum(row, Optional.empty(), Sum.PAID, payment.amount(), Vat.INCLUDED);
            evidence.add(day(row, situation.dayOf(payment.receivedAt()), Use.UNSTATED));
        }
    }

    private void terms(SalesTerms terms) {
        var row = Rows.terms(terms);
        lasting(row, terms.delivery(), Use.DELIVERY);
        lasting(row, terms.payment(), Use.PAYMENT);
        lasting(row, terms.warranty(), Use.WARRANTY);
        lasting(row, terms.validity(), Use.VALIDITY);
        terms.advance().ifPresent(share -> evidence.add(new Evidence.Rate(row, Optional.empty(), share, Use.ADVANCE)));
        terms.freeDeliveryFrom().ifPresent(from -> sum(row, Optional.empty(), Sum.FREE_DELIVERY, from, Vat.EXCLUDED));
        evidence.add(day(Rows.deal(situation.deal()), situation.today(), Use.UNSTATED));
    }

    private void lasting(RowRef row, Optional<SalesTerms.Days> days, Use use) {
        days.ifPresent(time -> {
            evidence.add(new Evidence.Lasting(
                    row, BigDecimal.valueOf(time.least()), BigDecimal.valueOf(time.most()), time.working(), use));
            if (!time.working()) {
                evidence.add(day(row, situation.today().plusDays(time.most()), use));
            }
        });
    }

    private void parties() {
        var terms = situation.terms();
        situation.deal().client().cui().ifPresent(cui -> letter(Rows.deal(situation.deal()), Cited.CUI, cui.digits()));
        terms.cui().ifPresent(cui -> letter(Rows.terms(terms), Cited.CUI, cui.digits()));
        terms.account().map(Iban::value).ifPresent(account -> letter(Rows.terms(terms), Cited.IBAN, account));
    }

    private void letter(RowRef row, Cited kind, String words) {
        evidence.add(new Evidence.Letter(row, kind, words.replace(" ", "").toUpperCase(Locale.ROOT)));
    }

    private void sum(RowRef row, Optional<Sku> sku, Sum sum, Money money, Vat vat) {
        evidence.add(new Evidence.Worth(row, sku, sum, money, Optional.empty(), vat));
    }

    private static Evidence day(RowRef row, java.time.LocalDate date, Use use) {
        return new Evidence.OnDay(row, Optional.empty(), date, use);
    }
}
