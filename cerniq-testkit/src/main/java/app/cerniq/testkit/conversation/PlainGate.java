package app.cerniq.testkit.conversation;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.RowRef;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.shared.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The plainest gate that there can be, for tests of everything around a gate: a number is the list price of goods on sale,
 * an amount of them that is there ({@code 12 in stock}), or the total of the quote, in digits with a point; any other
 * number is a lie. It understands no words, and is no gate for customers.
 */
public final class PlainGate implements TextGate {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(?:\\.\\d+)?(?![\\w-])");
    private static final Pattern IN_STOCK = Pattern.compile("\\s*(?:in stock|în stoc)");
    private static final RuleName RULE = new RuleName("PLAIN-01 a number is a price, a stock or a total");

    private final Storage storage;
    private final Set<Sku> goods;

    /** A gate over a store that knows these goods. */
    public PlainGate(Storage storage, Collection<Sku> goods) {
        this.storage = storage;
        this.goods = Set.copyOf(goods);
    }

    @Override
    public Verdict examine(NegotiationId id, String text, Instant at) {
        var deal = storage.negotiations().find(id);
        var claims = new ArrayList<BoundClaim>();
        var violations = new ArrayList<Violation>();
        var numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            var span = new Span(numbers.start(), numbers.end());
            var value = new BigDecimal(numbers.group());
            var isStock =
                    IN_STOCK.matcher(text).region(numbers.end(), text.length()).lookingAt();
            var bound = deal.flatMap(it -> isStock ? there(it, span, value, at) : worth(it, span, value, at));
            claims.add(bound.orElseGet(() -> new BoundClaim(new Claim.Unread(span, span.of(text)), Optional.empty())));
            if (bound.isEmpty()) {
                violations.add(lie(span, span.of(text), isStock));
            }
        }
        return new Verdict(Verdict.hash(text), claims, violations, List.of());
    }

    private Optional<BoundClaim> worth(Negotiation deal, Span span, BigDecimal value, Instant at) {
        var total = deal.bargain()
                .quote()
                .filter(quote -> quote.totals().gross().amount().compareTo(value) == 0)
                .map(quote -> new BoundClaim(
                        amount(span, Set.of(), quote.totals().gross(), Claim.Use.TOTAL),
                        Optional.of(new RowRef(
                                RowRef.Kind.QUOTE,
                                deal.id().value().toString(),
                                quote.hash().hex()))));
        return total.or(() -> onSale(deal, at).values().stream()
                .filter(offering -> offering.listPrice().amount().compareTo(value) == 0)
                .findFirst()
                .map(offering -> new BoundClaim(
                        amount(span, Set.of(offering.sku()), offering.listPrice(), Claim.Use.PRICE),
                        Optional.of(row(offering)))));
    }

    private static Claim.Amount amount(Span span, Set<Sku> about, Money money, Claim.Use use) {
        return new Claim.Amount(span, about, money, use, Optional.empty(), Claim.Vat.UNSTATED);
    }

    private static RowRef row(PricedOffering offering) {
        return new RowRef(
                RowRef.Kind.OFFERING,
                offering.sku().value(),
                offering.version() + " " + offering.priceList() + " " + offering.listPrice());
    }

    private Map<Sku, PricedOffering> onSale(Negotiation deal, Instant at) {
        return storage.offerings()
                .onSale(new OnSaleQuestion(
                        deal.id().tenant(),
                        goods,
                        deal.channel(),
                        deal.bargain().currency(),
                        at));
    }

    private Optional<BoundClaim> there(Negotiation deal, Span span, BigDecimal value, Instant at) {
        return storage.stockLevels().positions(deal.id().tenant(), goods, at).values().stream()
                .filter(position -> position.available().value().compareTo(value) >= 0)
                .min(java.util.Comparator.comparing(position -> position.sku().value()))
                .map(position -> new BoundClaim(
                        new Claim.Goods(span, Set.of(position.sku()), new Quantity(value, position.unit())),
                        Optional.of(new RowRef(
                                RowRef.Kind.STOCK,
                                position.sku().value(),
                                position.available().value().toPlainString()))));
    }

    private static Violation lie(Span span, String given, boolean isStock) {
        return new Violation(
                isStock ? ViolationType.STOCK_UNAVAILABLE : ViolationType.HALLUCINATION_DETECTED,
                isStock ? "INSUFFICIENT_STOCK" : "UNBOUND_FIGURE",
                Severity.HIGH,
                Optional.of(span),
                given,
                "a list price, a stock or a total",
                Optional.empty(),
                RULE);
    }
}
