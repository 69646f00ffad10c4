package app.cerniq.application.negotiation;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.Entitlement;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceBook;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.ports.pricing.EntitlementQuestion;
import app.cerniq.ports.pricing.EntitlementVerdict;
import app.cerniq.ports.shared.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one command makes its prices from: the price rules, limits and customer's tier of today, read once. */
final class PriceSheet {

    private final Situation situation;
    private final Policies policies;
    private final Map<Sku, List<PriceRule>> rules;
    private final DiscountLimits ofTenant;
    private final CustomerTier customer;

    PriceSheet(
            Situation situation,
            Policies policies,
            Map<Sku, List<PriceRule>> rules,
            DiscountLimits ofTenant,
            CustomerTier customer) {
        this.situation = situation;
        this.policies = policies;
        this.rules = rules;
        this.ofTenant = ofTenant;
        this.customer = customer;
    }

    /** A line on these terms and on whatever the price rules give. */
    QuoteLine line(PricedOffering offering, Quantity quantity, LineTerms terms) {
        return QuoteLine.on(terms.entitledTo(entitlement(offering, quantity)), offering, quantity);
    }

    /** The line that stands, made anew for another quantity or other terms; the offering stays the one that was quoted. */
    QuoteLine again(QuoteLine line, Quantity quantity, LineTerms terms) {
        return line(line.offering(), quantity, terms);
    }

    /** What the seller gave on a line, with a discount on the whole quote. */
    static LineTerms termsOf(QuoteLine line, Percentage onQuote) {
        return new LineTerms(line.asked(), line.bargained(), Entitlement.NONE, onQuote);
    }

    private Entitlement entitlement(PricedOffering offering, Quantity quantity) {
        var covering = covering(offering.sku());
        var grants = new ArrayList<Entitlement.Grant>();
        for (var rule : covering) {
            var given = rule.terms().discountFor(quantity, customer);
            var question = EntitlementQuestion.of(rule, PriceBook.isOutranked(rule, covering), given.isPresent());
            var decision = policies.entitlements().decide(question);
            if (decision.outcome() != EntitlementVerdict.NOTHING && given.isPresent()) {
                situation.restingOn(decision);
                grants.add(new Entitlement.Grant(rule, given.get()));
            }
        }
        return grants.isEmpty()
                ? Entitlement.NONE
                : Entitlement.of(
                        grants, Entitlement.ceiling(offering, limits(offering.sku()), margins(offering.sku())));
    }

    /** These lines with the policy's answer to each; a line that stands already is asked about again but not recorded. */
    List<PricedLine> judged(List<QuoteLine> lines) {
        var standing = situation.deal().bargain().lines();
        var judged = new ArrayList<PricedLine>();
        for (var line : lines) {
            var priced = judged(line);
            if (!standing.contains(line)) {
                situation.restingOn(priced.tier());
            }
            judged.add(priced);
        }
        return judged;
    }

    /** A line with the policy's answer, which is not recorded. */
    PricedLine judged(QuoteLine line) {
        var question = DiscountQuestion.of(line, limits(line.sku()), margins(line.sku()));
        return new PricedLine(line, policies.discounts().decide(question));
    }

    /** The limits that hold for a product: its own, or those of the tenant. */
    DiscountLimits limits(Sku sku) {
        return PriceBook.limits(covering(sku), ofTenant);
    }

    /** How much has to be left of a product's price. */
    MarginBands margins(Sku sku) {
        return PriceBook.margins(covering(sku));
    }

    private List<PriceRule> covering(Sku sku) {
        return rules.getOrDefault(sku, List.of());
    }
}
