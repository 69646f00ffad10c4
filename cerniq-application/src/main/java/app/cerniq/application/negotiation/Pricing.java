package app.cerniq.application.negotiation;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.Margin;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceBook;
import app.cerniq.domain.pricing.PriceRuleKind;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteTotals;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what prices are made from today: offerings, price rules, limits and the tier of the customer. */
final class Pricing {

    private final Storage storage;
    private final Policies policies;

    Pricing(Storage storage, Policies policies) {
        this.storage = storage;
        this.policies = policies;
    }

    /** What prices are made from today, for the lines that stand and some further products. */
    PriceSheet sheet(Situation situation, Collection<Sku> further) {
        var tenant = situation.deal().id().tenant();
        var skus = new LinkedHashSet<Sku>(further);
        situation.deal().bargain().lines().forEach(line -> skus.add(line.sku()));
        var rules = storage.priceRules().inForce(tenant, skus, situation.stamp().at());
        var asksForTier = rules.values().stream()
                .flatMap(List::stream)
                .anyMatch(rule -> rule.kind() == PriceRuleKind.CUSTOMER_TIER);
        var customer = asksForTier
                ? storage.customerTiers().tierOf(tenant, situation.deal().lead())
                : CustomerTier.STANDARD;
        return new PriceSheet(situation, policies, rules, limits(tenant), customer);
    }

    /** The offerings of today among some SKUs, asked for in one step. */
    Map<Sku, PricedOffering> onSale(Situation situation, Collection<Sku> skus) {
        return storage.offerings().onSale(question(situation, skus));
    }

    private static OnSaleQuestion question(Situation situation, Collection<Sku> skus) {
        var deal = situation.deal();
        return OnSaleQuestion.of(
                deal.id().tenant(),
                skus,
                deal.channel(),
                deal.bargain().currency(),
                situation.stamp().at());
    }

    /** What is on sale under a SKU, if it is, and by the unit of the quantity. */
    Either<NegotiationRefusal, PricedOffering> offering(
            Situation situation, Map<Sku, PricedOffering> onSale, Sku sku, Quantity quantity) {
        return Optional.ofNullable(onSale.get(sku))
                .<Either<NegotiationRefusal, PricedOffering>>map(Either::right)
                .orElseGet(() -> Either.left(new NegotiationRefusal.ProductNotOnSale(sku, because(situation, sku))))
                .flatMap(found -> byUnit(found, quantity));
    }

    /** Asked for only where something is not on sale. */
    private NotOnSale because(Situation situation, Sku sku) {
        var question = question(situation, List.of(sku));
        return Optional.ofNullable(storage.offerings().notOnSale(question).get(sku))
                // Put on sale between the two questions: the caller may ask again.
                .orElseGet(() ->
                        new NotOnSale.NoPrice(question.channel(), question.currency(), Optional.of(question.at())));
    }

    static Either<NegotiationRefusal, PricedOffering> byUnit(PricedOffering offering, Quantity quantity) {
        return quantity.unit() == offering.unit()
                ? Either.right(offering)
                : Either.left(new NegotiationRefusal.WrongUnit(
                        offering.sku(), quantity, offering.unit().symbol()));
    }

    /** What is left of a quote after cost, under the bands in force at an instant. */
    QuoteMargins margins(Negotiation deal, Instant at) {
        var lines = deal.bargain().lines();
        var skus = lines.stream().map(QuoteLine::sku).toList();
        var rules = storage.priceRules().inForce(deal.id().tenant(), skus, at);
        var each = lines.stream()
                .map(line -> new QuoteMargins.OfLine(
                        line.sku(),
                        estimate(line.margin(), PriceBook.margins(rules.getOrDefault(line.sku(), List.of())))))
                .toList();
        var forAll = rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.scope().equals(RuleScope.EVERYTHING))
                .distinct()
                .toList();
        var whole = deal.bargain().quote().flatMap(QuoteTotals::estimatedMargin);
        return new QuoteMargins(each, estimate(whole, PriceBook.margins(forAll)));
    }

    private static Optional<QuoteMargins.Estimate> estimate(Optional<Margin> margin, MarginBands bands) {
        return margin.map(known -> new QuoteMargins.Estimate(known, bands.status(known)));
    }

    private DiscountLimits limits(TenantId tenant) {
        return storage.tenants()
                .discountLimits(tenant)
                .orElseThrow(() -> new IllegalStateException("A deal of a tenant that is not set up: " + tenant));
    }
}
