package app.cerniq.application.conversation;

import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.AiEvent.ExtractedData;
import app.cerniq.domain.runtime.event.AiEvent.NamedDiscount;
import app.cerniq.domain.runtime.event.AiEvent.NamedPrice;
import app.cerniq.domain.runtime.event.AiEvent.NamedQuantity;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.GuardrailEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is told of the examination of a text. */
final class GuardrailNews {

    private static final Set<ViolationType> OF_PRICE = EnumSet.of(ViolationType.PRICE_BELOW_MINIMUM);
    private static final Set<ViolationType> OF_STOCK = EnumSet.of(ViolationType.STOCK_UNAVAILABLE);
    private static final Set<ViolationType> OF_DISCOUNT = EnumSet.of(ViolationType.DISCOUNT_EXCEEDED);
    private static final Set<ViolationType> OF_COMPLIANCE = EnumSet.complementOf(EnumSet.of(
            ViolationType.PRICE_BELOW_MINIMUM, ViolationType.STOCK_UNAVAILABLE, ViolationType.DISCOUNT_EXCEEDED));

    private GuardrailNews() {}

    /** One event per family of checks. */
    static List<EventPayload> checks(UUID response, NegotiationId deal, List<Violation> violations) {
        var news = new ArrayList<EventPayload>();
        var price = refusing(violations, OF_PRICE);
        news.add(
                price.isEmpty()
                        ? new GuardrailEvent.PricePassed(response, deal)
                        : new GuardrailEvent.PriceFailed(response, deal, price));
        var stock = refusing(violations, OF_STOCK);
        news.add(
                stock.isEmpty()
                        ? new GuardrailEvent.StockPassed(response, deal)
                        : new GuardrailEvent.StockFailed(response, deal, stock));
        var discount = refusing(violations, OF_DISCOUNT);
        news.add(
                discount.isEmpty()
                        ? new GuardrailEvent.DiscountPassed(response, deal)
                        : new GuardrailEvent.DiscountFailed(response, deal, discount));
        var compliance = refusing(violations, OF_COMPLIANCE);
        news.add(
                compliance.isEmpty()
                        ? new GuardrailEvent.CompliancePassed(response, deal)
                        : new GuardrailEvent.ComplianceFailed(response, deal, compliance));
        return news;
    }

    private static List<GuardrailEvent.Violation> refusing(List<Violation> violations, Set<ViolationType> types) {
        return told(violations.stream()
                .filter(violation -> types.contains(violation.type()))
                .filter(violation -> violation.severity().refuses())
                .toList());
    }

    /** Violations without the words of the text: events hold none. */
    static List<GuardrailEvent.Violation> told(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new GuardrailEvent.Violation(
                        violation.check(),
                        violation.severity().refuses()
                                ? GuardrailEvent.Severity.ERROR
                                : GuardrailEvent.Severity.WARNING,
                        violation.rule().value(),
                        Optional.empty()))
                .toList();
    }

    /** The figures of a text that are about one kind of goods each. */
    static ExtractedData figures(List<BoundClaim> claims) {
        var prices = new ArrayList<NamedPrice>();
        var quantities = new ArrayList<NamedQuantity>();
        var discounts = new ArrayList<NamedDiscount>();
        for (var bound : claims) {
            var claim = bound.claim();
            if (claim.about().size() != 1) {
                continue;
            }
            var sku = claim.about().iterator().next();
            if (claim instanceof Claim.Amount amount && amount.use() == Claim.Use.PRICE) {
                prices.add(new NamedPrice(sku, amount.money()));
            } else if (claim instanceof Claim.Goods goods) {
                quantities.add(new NamedQuantity(sku, goods.quantity()));
            } else if (claim instanceof Claim.Share share && share.use() == Claim.Use.DISCOUNT) {
                discounts.add(new NamedDiscount(sku, share.percent()));
            }
        }
        return new ExtractedData(prices, quantities, discounts);
    }
}
