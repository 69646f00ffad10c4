package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.PriceStep;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The lines of a quote as rows of negotiation_items, both ways. */
final class QuoteItems {

    private static final TypeReference<List<PriceStep>> TRAIL = new TypeReference<>() {};

    private QuoteItems() {}

    /** The rows of a version, each with the latest approval that covers it, if any does. */
    static ArrayNode of(QuoteVersion quote, List<DiscountApproval> approvals) {
        var rows = Json.mapper().createArrayNode();
        for (var line : quote.lines()) {
            var offering = line.offering();
            var row = rows.addObject()
                    .put("line_number", rows.size())
                    .put("sku", offering.sku().value())
                    .put("offering_version", offering.version())
                    .put("name", offering.name())
                    .put("unit", offering.unit().symbol())
                    .put("price_list", offering.priceList())
                    .put("list_price", offering.listPrice().amount())
                    .put("floor_price", offering.floorPrice().amount())
                    .put("vat_category", offering.vat().category().name())
                    .put("vat_percent", offering.vat().rate().points())
                    .put("quantity", line.quantity().value())
                    .put("discount_percent", line.discount().points())
                    .put("unit_price", line.unitPrice().amount())
                    .put("line_total", line.net(quote.rounding()).amount())
                    .put("entitled_percent", line.entitled().points())
                    .put("line_hash", line.hash().hex());
            row.set("trail", Json.mapper().valueToTree(line.trail()));
            offering.cost().ifPresent(cost -> row.put("cost", cost.amount()));
            lastOf(approvals, line)
                    .ifPresent(approval ->
                            row.put("approval_id", approval.request().value().toString()));
        }
        return rows;
    }

    private static Optional<DiscountApproval> lastOf(List<DiscountApproval> approvals, QuoteLine line) {
        return approvals.stream().filter(approval -> approval.covers(line)).reduce((earlier, later) -> later);
    }

    /** The lines that these rows were made of. */
    static List<QuoteLine> read(JsonNode rows, Currency currency) {
        var lines = new ArrayList<QuoteLine>(rows.size());
        for (var row : rows) {
            lines.add(line(row, currency));
        }
        return lines;
    }

    private static QuoteLine line(JsonNode row, Currency currency) {
        var unit = Json.unit(row.required("unit").textValue());
        var offering = new PricedOffering(
                new Sku(row.required("sku").textValue()),
                row.required("offering_version").intValue(),
                row.required("name").textValue(),
                unit,
                row.required("price_list").textValue(),
                money(row.required("list_price"), currency),
                money(row.required("floor_price"), currency),
                Optional.of(row.required("cost")).filter(JsonNode::isNumber).map(cost -> money(cost, currency)),
                new VatTreatment(
                        VatCategory.valueOf(row.required("vat_category").textValue()),
                        new Percentage(row.required("vat_percent").decimalValue())));
        return new QuoteLine(
                offering,
                new Quantity(row.required("quantity").decimalValue(), unit),
                new Percentage(row.required("discount_percent").decimalValue()),
                money(row.required("unit_price"), currency),
                Optional.of(row.required("trail"))
                        .filter(JsonNode::isArray)
                        .map(trail -> Json.read(trail, TRAIL))
                        .orElse(List.of()));
    }

    private static Money money(JsonNode amount, Currency currency) {
        return new Money(amount.decimalValue(), currency);
    }
}
