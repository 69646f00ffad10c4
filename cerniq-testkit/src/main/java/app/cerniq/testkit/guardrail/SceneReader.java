package app.cerniq.testkit.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A scene of {@code scenes.json} as values. */
final class SceneReader {

    private final Json root;
    private final Currency currency;

    private SceneReader(Json root) {
        this.root = root;
        this.currency = Currency.getInstance(text(root, "currency"));
    }

    static Scene scene(Json root) {
        return new SceneReader(root).scene();
    }

    private Scene scene() {
        var goods = each(root.required("goods"), this::goods);
        return new Scene(
                text(root, "id"),
                NegotiationState.valueOf(text(root, "state")),
                currency,
                LocalDate.parse(text(root, "today")),
                client(root.required("client")),
                goods,
                maybe("quote", node -> quote(node, goods)),
                terms(root.required("terms")),
                maybe("counterOffer", node -> counterOffer(node, goods)),
                each(root.required("approvedDiscounts"), this::discount),
                each(root.required("pendingDiscounts"), this::discount),
                maybe(
                        "proforma",
                        node -> new Scene.Proforma(text(node, "ref"), LocalDate.parse(text(node, "expires")))),
                Corpus.texts(root.required("competitors")).toList(),
                Corpus.texts(root.required("forbidden")).toList());
    }

    private static Scene.Client client(Json node) {
        return new Scene.Client(text(node, "name"), new Cui(text(node, "cui")));
    }

    private Scene.Goods goods(Json node) {
        var unit = unit(node);
        var onHand = new BigDecimal(text(node, "onHand"));
        return new Scene.Goods(
                new Sku(text(node, "sku")),
                text(node, "name"),
                unit,
                node.required("version").asInt(),
                money(node, "listPrice"),
                money(node, "floorPrice"),
                money(node, "cost"),
                Percentage.of(text(node, "vatRate")),
                money(node, "formerListPrice"),
                Optional.of(onHand).filter(some -> some.signum() > 0).map(some -> new Quantity(some, unit)));
    }

    private Scene.Quote quote(Json node, List<Scene.Goods> goods) {
        var totals = node.required("totals");
        return new Scene.Quote(
                each(node.required("lines"), line -> line(line, goods)),
                money(totals, "net"),
                money(totals, "vat"),
                money(totals, "gross"));
    }

    private Scene.Line line(Json node, List<Scene.Goods> goods) {
        return new Scene.Line(
                new Sku(text(node, "sku")),
                quantity(node, goods),
                Percentage.of(text(node, "discount")),
                money(node, "unitPrice"),
                money(node, "net"));
    }

    private Scene.CounterOffer counterOffer(Json node, List<Scene.Goods> goods) {
        return new Scene.CounterOffer(new Sku(text(node, "sku")), money(node, "unitPrice"), quantity(node, goods));
    }

    private Scene.Discount discount(Json node) {
        return new Scene.Discount(new Sku(text(node, "sku")), Percentage.of(text(node, "discount")));
    }

    private Scene.Terms terms(Json node) {
        var delivery = node.required("deliveryWorkingDays");
        return new Scene.Terms(
                delivery.required("least").asInt(),
                delivery.required("most").asInt(),
                node.required("paymentDays").asInt(),
                node.required("warrantyMonths").asInt(),
                node.required("validityDays").asInt(),
                Percentage.of(text(node, "advancePercent")),
                money(node, "freeDeliveryFrom"));
    }

    private static Quantity quantity(Json node, List<Scene.Goods> goods) {
        var sku = new Sku(text(node, "sku"));
        var unit = goods.stream()
                .filter(one -> one.sku().equals(sku))
                .findFirst()
                .orElseThrow()
                .unit();
        return Quantity.of(text(node, "quantity"), unit);
    }

    private static Unit unit(Json node) {
        return Unit.parse(text(node, "unit")).get();
    }

    private Money money(Json node, String field) {
        return new Money(new BigDecimal(text(node, field)), currency);
    }

    private <T> Optional<T> maybe(String field, Function<Json, T> read) {
        var node = root.required(field);
        return node.isNull() ? Optional.empty() : Optional.of(read.apply(node));
    }

    private static <T> List<T> each(Json array, Function<Json, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private static String text(Json node, String field) {
        return node.required(field).asText();
    }
}
