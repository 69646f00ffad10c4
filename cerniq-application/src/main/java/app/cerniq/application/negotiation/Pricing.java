package app.cerniq.application.negotiation;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the prices of today, and asks the policy who has to agree to a price. */
final class Pricing {

    private final Storage storage;
    private final DiscountPolicy discounts;

    Pricing(Storage storage, DiscountPolicy discounts) {
        this.storage = storage;
        this.discounts = discounts;
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

    /** A line at a discount, if the product is on sale and by this unit. */
    Either<NegotiationRefusal, QuoteLine> line(
            Situation situation, Map<Sku, PricedOffering> onSale, Sku sku, Quantity quantity, Percentage discount) {
        return Optional.ofNullable(onSale.get(sku))
                .<Either<NegotiationRefusal, PricedOffering>>map(Either::right)
                .orElseGet(() -> Either.left(new NegotiationRefusal.ProductNotOnSale(sku, because(situation, sku))))
                .flatMap(found -> byUnit(found, quantity))
                .map(found -> QuoteLine.atDiscount(found, quantity, discount));
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

    /** These lines with the policy's answer to each; a line that stands already is asked about again but not recorded. */
    List<PricedLine> judged(Situation situation, List<QuoteLine> lines) {
        var limits = limits(situation.deal().id().tenant());
        var standing = situation.deal().bargain().lines();
        var judged = new ArrayList<PricedLine>();
        for (var line : lines) {
            var decision = discounts.decide(DiscountQuestion.of(
                    line.discount(),
                    limits,
                    line.isBelowFloor(),
                    line.offering().cost().isPresent(),
                    line.isBelowCost()));
            judged.add(new PricedLine(line, standing.contains(line) ? decision : situation.restingOn(decision)));
        }
        return judged;
    }

    private DiscountLimits limits(TenantId tenant) {
        return storage.tenants()
                .discountLimits(tenant)
                .orElseThrow(() -> new IllegalStateException("A deal of a tenant that is not set up: " + tenant));
    }
}
