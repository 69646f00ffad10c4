package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Archived;
import app.cerniq.domain.catalog.AttributeDefinition;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.Attributes;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.catalog.VariantPrice;
import app.cerniq.ports.catalog.CatalogueCommit.PriceChange;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a commit of the catalogue leaves behind, as rows that the statements take as one JSON array each. */
final class CatalogueRows {

    private CatalogueRows() {}

    static ArrayNode domains(Collection<ProductDomain> domains) {
        var rows = Json.mapper().createArrayNode();
        domains.forEach(domain -> rows.addObject()
                .put("code", domain.code().value())
                .put("name", domain.name())
                .put("revision", domain.revision()));
        return rows;
    }

    static ArrayNode definitions(Collection<ProductDomain> domains) {
        var rows = Json.mapper().createArrayNode();
        for (var domain : domains) {
            for (var definition : domain.definitions()) {
                definition(rows.addObject().put("domain", domain.code().value()), definition);
            }
        }
        return rows;
    }

    private static void definition(ObjectNode row, AttributeDefinition definition) {
        row.put("key", definition.key().value())
                .put("label", definition.label())
                .put("type", word(definition.type()))
                .put("meaning", word(definition.meaning()))
                .put("maximum_length", definition.limits().maximumLength())
                .put("is_required", definition.isRequired())
                .put("scope", word(definition.scope()));
        definition.unit().ifPresent(unit -> row.put("unit", unit));
        definition.limits().minimum().ifPresent(least -> row.put("minimum", least));
        definition.limits().maximum().ifPresent(most -> row.put("maximum", most));
        var words = row.putArray("words");
        definition.limits().words().forEach(words::add);
    }

    static ArrayNode offerings(Collection<Offering> offerings) {
        var rows = Json.mapper().createArrayNode();
        for (var offering : offerings) {
            var row = rows.addObject()
                    .put("code", offering.code().value())
                    .put("kind", word(offering.kind()))
                    .put("revision", offering.revision());
            offering.domain().ifPresent(domain -> row.put("domain", domain.value()));
            archived(row, "archived", offering.archived());
        }
        return rows;
    }

    static ArrayNode versions(Collection<Offering> offerings) {
        var rows = Json.mapper().createArrayNode();
        for (var offering : offerings) {
            for (var version : offering.versions()) {
                rows.addObject()
                        .put("offering", offering.code().value())
                        .put("number", version.number())
                        .put("status", word(version.status()))
                        .put("name", version.content().name())
                        .put("description", version.content().description())
                        .set("attributes", attributes(version.content().attributes()));
            }
        }
        return rows;
    }

    static ArrayNode variants(Collection<Variant> variants) {
        var rows = Json.mapper().createArrayNode();
        for (var variant : variants) {
            var row = rows.addObject()
                    .put("sku", variant.sku().value())
                    .put("offering", variant.offering().value())
                    .put("name", variant.name())
                    .put("unit", variant.unit().symbol())
                    .put("vat_category", variant.vat().category().name())
                    .put("vat_percent", variant.vat().rate().points())
                    .put("is_stocked", variant.isStocked())
                    .put("revision", variant.revision());
            row.set("attributes", attributes(variant.attributes()));
            archived(row, "archived", variant.archived());
        }
        return rows;
    }

    private static ObjectNode attributes(Attributes attributes) {
        var object = Json.mapper().createObjectNode();
        attributes.values().forEach((key, value) -> {
            if (value instanceof AttributeValue.Text text) {
                object.put(key.value(), text.value());
            } else if (value instanceof AttributeValue.Decimal decimal) {
                object.put(key.value(), decimal.value());
            } else if (value instanceof AttributeValue.Flag flag) {
                object.put(key.value(), flag.value());
            }
        });
        return object;
    }

    static ArrayNode channels(Collection<SalesChannel> channels) {
        var rows = Json.mapper().createArrayNode();
        for (var channel : channels) {
            var row = rows.addObject()
                    .put("code", channel.code().value())
                    .put("name", channel.name())
                    .put("revision", channel.revision());
            archived(row, "closed", channel.closed());
        }
        return rows;
    }

    static ArrayNode priceLists(Collection<PriceList> lists) {
        var rows = Json.mapper().createArrayNode();
        for (var list : lists) {
            var row = rows.addObject()
                    .put("code", list.code().value())
                    .put("name", list.name())
                    .put("currency", list.currency().getCurrencyCode())
                    .put("precedence", list.precedence())
                    .put("revision", list.revision());
            list.channel().ifPresent(channel -> row.put("channel", channel.value()));
            validity(row, list.validity());
        }
        return rows;
    }

    /** Prices that were there and end earlier than they did. */
    static ArrayNode ended(Collection<PriceChange> changes) {
        var rows = Json.mapper().createArrayNode();
        for (var change : changes) {
            for (var before : change.before().prices()) {
                var next = change.next().prices().get(before.number() - 1);
                if (!next.equals(before)) {
                    var row = price(rows.addObject(), next);
                    next.validity().until().ifPresent(until -> row.put("valid_until", until.toString()));
                    before.validity().until().ifPresent(until -> row.put("held_until", until.toString()));
                }
            }
        }
        return rows;
    }

    static ArrayNode added(Collection<PriceChange> changes) {
        var rows = Json.mapper().createArrayNode();
        for (var change : changes) {
            var prices = change.next().prices();
            for (var added : prices.subList(change.before().prices().size(), prices.size())) {
                var row = price(rows.addObject(), added)
                        .put("amount", added.tag().amount().amount())
                        .put("floor_price", added.tag().floor().amount());
                added.tag().compareAt().ifPresent(shown -> row.put("compare_at", shown.amount()));
                added.tag().cost().ifPresent(cost -> row.put("cost", cost.amount()));
                validity(row, added.validity());
            }
        }
        return rows;
    }

    private static ObjectNode price(ObjectNode row, VariantPrice price) {
        return row.put("sku", price.sku().value())
                .put("list", price.list().value())
                .put("number", price.number());
    }

    static ArrayNode skus(Collection<Sku> skus) {
        var rows = Json.mapper().createArrayNode();
        skus.forEach(sku -> rows.add(sku.value()));
        return rows;
    }

    static ArrayNode substitutes(Map<Sku, List<Substitute>> substitutes) {
        var rows = Json.mapper().createArrayNode();
        substitutes.forEach((sku, all) -> {
            for (var i = 0; i < all.size(); i++) {
                rows.addObject()
                        .put("sku", sku.value())
                        .put("rank", i + 1)
                        .put("substitute", all.get(i).sku().value())
                        .put("note", all.get(i).note());
            }
        });
        return rows;
    }

    private static void validity(ObjectNode row, Validity validity) {
        row.put("valid_from", validity.from().toString());
        validity.until().ifPresent(until -> row.put("valid_until", until.toString()));
    }

    private static void archived(ObjectNode row, String what, Optional<Archived> archived) {
        archived.ifPresent(since -> row.put(what + "_at", since.at().toString()).put(what + "_reason", since.reason()));
    }

    /** An enum constant as the database writes it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
