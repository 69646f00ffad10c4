package app.cerniq.application.conversation.tool;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.catalog.search.ProductHit;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.ProductQuery;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.guardrail.Vocabulary;
import app.cerniq.ports.shared.Storage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tools that look at goods. They promise nothing and hold nothing. */
final class GoodsTools {

    private static final int FEW = 5;
    private static final int MOST = 20;

    private final Storage storage;
    private final SearchDesk search;
    private final Clock clock;

    GoodsTools(Storage storage, SearchDesk search, Clock clock) {
        this.storage = storage;
        this.search = search;
        this.clock = clock;
    }

    Supplier<Either<ToolRefusal, ObjectNode>> find(Negotiation deal, Arguments arguments) {
        var text = arguments.required("query", SearchText::parse);
        var limit = arguments.count("limit", 1, MOST, FEW);
        return () -> search.find(
                        deal.id().tenant(),
                        ProductQuery.of(text.orElseThrow(), deal.bargain().currency(), limit)
                                .on(deal.channel()))
                .<ToolRefusal>mapLeft(refusal -> ToolRefusal.Refused.by(Tool.SEARCH_PRODUCTS, refusal))
                .map(answer -> {
                    var found = Arguments.object();
                    var goods = found.putArray("products");
                    answer.hits().forEach(hit -> goods.add(described(hit)));
                    return found;
                });
    }

    Supplier<Either<ToolRefusal, ObjectNode>> browse(Negotiation deal, Arguments arguments) {
        var after = arguments.optional("after", Sku::parse);
        var limit = arguments.count("limit", 1, MOST, MOST);
        return () -> {
            var skus = storage.guardrailBook().vocabulary(deal.id().tenant()).goods().stream()
                    .map(Vocabulary.Named::sku)
                    .filter(sku ->
                            after.isEmpty() || sku.value().compareTo(after.get().value()) > 0)
                    .sorted(java.util.Comparator.comparing(Sku::value))
                    .toList();
            var page = Arguments.object();
            var goods = page.putArray("products");
            onSale(deal, skus.stream().limit(limit).toList()).values().stream()
                    .sorted(java.util.Comparator.comparing(
                            offering -> offering.sku().value()))
                    .forEach(offering -> goods.add(described(offering)));
            if (skus.size() > limit) {
                page.put("after", skus.get(limit - 1).value());
            }
            return right(page);
        };
    }

    Supplier<Either<ToolRefusal, ObjectNode>> details(Negotiation deal, Arguments arguments) {
        var sku = arguments.required("sku", Sku::parse);
        return () -> offering(deal, Tool.GET_PRODUCT_DETAILS, sku.orElseThrow()).map(offering -> {
            var details = described(offering);
            storage.offerings().substitutes(deal.id().tenant(), List.of(offering.sku())).values().stream()
                    .flatMap(List::stream)
                    .forEach(substitute -> details.withArray("substitutes")
                            .add(substitute.sku().value()));
            return details;
        });
    }

    Supplier<Either<ToolRefusal, ObjectNode>> stock(Negotiation deal, Arguments arguments) {
        var sku = arguments.required("sku", Sku::parse);
        var wanted = arguments.optional("quantity", Either::<InvalidValue, String>right);
        return () -> offering(deal, Tool.CHECK_REALTIME_STOCK, sku.orElseThrow())
                .flatMap(offering -> covered(deal, offering, wanted));
    }

    private Either<ToolRefusal, ObjectNode> covered(
            Negotiation deal, PricedOffering offering, Optional<String> wanted) {
        var at = clock.instant();
        var position = Optional.ofNullable(storage.stockLevels()
                .positions(deal.id().tenant(), List.of(offering.sku()), at)
                .get(offering.sku()));
        var quantity = wanted.map(number -> Quantity.parse(number, offering.unit()));
        if (quantity.filter(Either::isLeft).isPresent()) {
            return left(ToolRefusal.Refused.by(
                    Tool.CHECK_REALTIME_STOCK, quantity.get().getLeft()));
        }
        var answer = Arguments.object();
        answer.put("sku", offering.sku().value());
        answer.put("unit", offering.unit().symbol());
        answer.put("checkedAt", at.toString());
        position.ifPresent(there -> told(answer, there, quantity.map(Either::get)));
        return right(answer);
    }

    private static void told(ObjectNode answer, StockPosition position, Optional<Quantity> wanted) {
        answer.put("isKeptInStock", position.isKept());
        if (position.isKept()) {
            answer.put("available", position.available().value().toPlainString());
        }
        wanted.ifPresent(quantity -> answer.put("canFulfil", position.covers(quantity)));
        position.nextIncoming()
                .ifPresent(
                        incoming -> answer.put("nextIncomingOn", incoming.on().toString()));
    }

    private Either<ToolRefusal, PricedOffering> offering(Negotiation deal, Tool tool, Sku sku) {
        return Optional.ofNullable(onSale(deal, List.of(sku)).get(sku))
                .<Either<ToolRefusal, PricedOffering>>map(Either::right)
                .orElseGet(() -> left(ToolRefusal.Refused.by(
                        tool, new InvalidValue("sku", sku.value(), "the SKU of goods that are on sale"))));
    }

    private Map<Sku, PricedOffering> onSale(Negotiation deal, Collection<Sku> skus) {
        return skus.isEmpty()
                ? Map.of()
                : storage.offerings()
                        .onSale(OnSaleQuestion.of(
                                deal.id().tenant(),
                                skus,
                                deal.channel(),
                                deal.bargain().currency(),
                                clock.instant()));
    }

    private static ObjectNode described(ProductHit hit) {
        return described(hit.offering()).put("inStock", hit.isInStock());
    }

    /** What a customer may know: neither floor nor cost. */
    private static ObjectNode described(PricedOffering offering) {
        return Arguments.object()
                .put("sku", offering.sku().value())
                .put("name", offering.name())
                .put("unit", offering.unit().symbol())
                .put("listPrice", offering.listPrice().amount().toPlainString())
                .put("currency", offering.listPrice().currency().getCurrencyCode())
                .put("vat", offering.vat().rate().points().toPlainString());
    }
}
