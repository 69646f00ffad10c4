package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.PriceRuleKind;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.pricing.RuleTerms;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** A version of a price rule as a row of price_rules, both ways. */
final class PriceRuleRow {

    private PriceRuleRow() {}

    static Query bind(Query query, PriceRule rule) {
        var bound = query.bind("id", rule.id().value())
                .bind("version", rule.version())
                .bind("name", rule.name())
                .bind("scope", scopeWord(rule.scope()))
                .bind("kind", rule.kind().name())
                .bind("terms", Json.write(rule.terms()))
                .bind("stackable", rule.stackable())
                .bind("priority", rule.priority())
                .bind("valid_from", time(rule.from()))
                .bind("is_retired", rule.retired());
        scopeValue(rule.scope())
                .ifPresentOrElse(
                        value -> bound.bind("scope_value", value), () -> bound.bindNull("scope_value", Types.VARCHAR));
        rule.until()
                .ifPresentOrElse(
                        end -> bound.bind("valid_until", time(end)),
                        () -> bound.bindNull("valid_until", Types.TIMESTAMP_WITH_TIMEZONE));
        return bound;
    }

    static PriceRule read(Row row) throws SQLException {
        return new PriceRule(
                new PriceRuleId(row.uuid("id")),
                (int) row.number("version"),
                row.text("name"),
                scope(row.text("scope"), row.maybeText("scope_value")),
                Json.read(row.text("terms"), form(PriceRuleKind.valueOf(row.text("kind")))),
                row.flag("stackable"),
                (int) row.number("priority"),
                row.instant("valid_from"),
                row.maybeInstant("valid_until"),
                row.flag("is_retired"));
    }

    private static Class<? extends RuleTerms> form(PriceRuleKind kind) {
        return switch (kind) {
            case VOLUME -> RuleTerms.Volume.class;
            case CUSTOMER_TIER -> RuleTerms.ByCustomer.class;
            case PROMOTION -> RuleTerms.Promotion.class;
            case LIMITS -> RuleTerms.Limits.class;
            case MARGIN -> RuleTerms.Margins.class;
        };
    }

    private static String scopeWord(RuleScope scope) {
        if (scope instanceof RuleScope.Product) {
            return "PRODUCT";
        }
        return scope instanceof RuleScope.Category ? "CATEGORY" : "EVERYTHING";
    }

    private static Optional<String> scopeValue(RuleScope scope) {
        if (scope instanceof RuleScope.Product product) {
            return Optional.of(product.sku().value());
        }
        return scope instanceof RuleScope.Category category ? Optional.of(category.code()) : Optional.empty();
    }

    private static RuleScope scope(String word, Optional<String> value) {
        return switch (word) {
            case "PRODUCT" -> new RuleScope.Product(new Sku(value.orElseThrow()));
            case "CATEGORY" -> new RuleScope.Category(value.orElseThrow());
            default -> RuleScope.EVERYTHING;
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return Micros.of(instant).atOffset(ZoneOffset.UTC);
    }
}
