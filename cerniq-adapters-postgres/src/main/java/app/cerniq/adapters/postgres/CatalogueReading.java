package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Archived;
import app.cerniq.domain.catalog.AttributeDefinition;
import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.AttributeLimits;
import app.cerniq.domain.catalog.AttributeScope;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.Attributes;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.OfferingVersion;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.SemanticType;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.catalog.ValueType;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.catalog.VariantPrice;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/** The rows of the catalogue, as what they stand for. */
final class CatalogueReading {

    private CatalogueReading() {}

    static ProductDomain domain(Row row) throws SQLException {
        var definitions = new ArrayList<AttributeDefinition>();
        row.tree("definitions").forEach(definition -> definitions.add(definition(definition)));
        return new ProductDomain(
                new ProductDomainCode(row.text("code")), row.text("name"), definitions, row.number("revision"));
    }

    private static AttributeDefinition definition(JsonNode json) {
        var words = new ArrayList<String>();
        json.get("words").forEach(word -> words.add(word.textValue()));
        return new AttributeDefinition(
                new AttributeKey(json.get("key").textValue()),
                json.get("label").textValue(),
                constant(ValueType.class, json.get("type").textValue()),
                constant(SemanticType.class, json.get("meaning").textValue()),
                maybe(json, "unit").map(JsonNode::textValue),
                new AttributeLimits(
                        maybe(json, "minimum").map(JsonNode::decimalValue),
                        maybe(json, "maximum").map(JsonNode::decimalValue),
                        words,
                        json.get("maximum_length").intValue()),
                json.get("is_required").booleanValue(),
                constant(AttributeScope.class, json.get("scope").textValue()));
    }

    private static Optional<JsonNode> maybe(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    static Offering offering(Row row) throws SQLException {
        var versions = new ArrayList<OfferingVersion>();
        row.tree("versions").forEach(version -> versions.add(version(version)));
        return new Offering(
                new OfferingCode(row.text("code")),
                constant(OfferingKind.class, row.text("offering_type")),
                row.maybeText("domain_code").map(ProductDomainCode::new),
                versions,
                archived(row, "archived"),
                row.number("revision"));
    }

    private static OfferingVersion version(JsonNode json) {
        return new OfferingVersion(
                json.get("number").intValue(),
                constant(OfferingVersion.Status.class, json.get("status").textValue()),
                new OfferingContent(
                        json.get("name").textValue(),
                        json.get("description").textValue(),
                        attributes(json.get("attributes"))));
    }

    private static Attributes attributes(JsonNode json) {
        var values = new HashMap<AttributeKey, AttributeValue>();
        json.properties().forEach(field -> values.put(new AttributeKey(field.getKey()), value(field.getValue())));
        return new Attributes(values);
    }

    private static AttributeValue value(JsonNode json) {
        if (json.isTextual()) {
            return new AttributeValue.Text(json.textValue());
        }
        return json.isBoolean()
                ? new AttributeValue.Flag(json.booleanValue())
                : new AttributeValue.Decimal(json.decimalValue());
    }

    static Variant variant(Row row) throws SQLException {
        return new Variant(
                new Sku(row.text("sku")),
                new OfferingCode(row.text("offering_code")),
                row.text("name"),
                Json.unit(row.text("unit")),
                vat(row),
                attributes(row.tree("attributes")),
                row.flag("track_inventory"),
                archived(row, "archived"),
                row.number("revision"));
    }

    static SalesChannel channel(Row row) throws SQLException {
        return new SalesChannel(
                new SalesChannelCode(row.text("code")),
                row.text("name"),
                archived(row, "closed"),
                row.number("revision"));
    }

    static PriceList priceList(Row row) throws SQLException {
        return new PriceList(
                new PriceListCode(row.text("code")),
                row.text("name"),
                Currency.getInstance(row.text("currency")),
                row.maybeText("channel_code").map(SalesChannelCode::new),
                validity(row),
                (int) row.number("precedence"),
                row.number("revision"));
    }

    static VariantPrice price(Row row) throws SQLException {
        var currency = Currency.getInstance(row.text("currency"));
        return new VariantPrice(
                new PriceListCode(row.text("price_list_code")),
                new Sku(row.text("sku")),
                (int) row.number("number"),
                new PriceTag(
                        money(row.decimal("amount"), currency),
                        row.maybeDecimal("compare_at").map(shown -> money(shown, currency)),
                        money(row.decimal("floor_price"), currency),
                        row.maybeDecimal("cost").map(cost -> money(cost, currency))),
                validity(row));
    }

    static PricedOffering priced(Row row) throws SQLException {
        var currency = Currency.getInstance(row.text("currency"));
        return new PricedOffering(
                new Sku(row.text("sku")),
                (int) row.number("version"),
                row.text("name"),
                Json.unit(row.text("unit")),
                row.text("price_list"),
                money(row.decimal("amount"), currency),
                money(row.decimal("floor_price"), currency),
                row.maybeDecimal("cost").map(cost -> money(cost, currency)),
                vat(row));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    private static VatTreatment vat(Row row) throws SQLException {
        return new VatTreatment(
                VatCategory.valueOf(row.text("vat_category")), new Percentage(row.decimal("vat_percent")));
    }

    private static Validity validity(Row row) throws SQLException {
        return new Validity(row.instant("valid_from"), row.maybeInstant("valid_until"));
    }

    private static Optional<Archived> archived(Row row, String what) throws SQLException {
        var at = row.maybeInstant(what + "_at");
        return at.isEmpty() ? Optional.empty() : Optional.of(new Archived(at.get(), row.text(what + "_reason")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
