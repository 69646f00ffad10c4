package app.cerniq.adapters.postgres;

import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.SalesTerms.Days;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Sales terms and their row. */
final class SalesTermsRow {

    static final String ADD = """
            insert into ${schema}.sales_terms (
                tenant_id, version, valid_from,
                delivery_least, delivery_most, delivery_working,
                payment_least, payment_most, payment_working,
                warranty_least, warranty_most, warranty_working,
                validity_least, validity_most, validity_working,
                advance_percent, free_delivery_from, free_delivery_currency,
                competitors, forbidden, competitor_severity, concession_budget, cui, iban
            )
            values (
                :tenant, :version, :valid_from,
                cast(:delivery_least as integer), cast(:delivery_most as integer), cast(:delivery_working as boolean),
                cast(:payment_least as integer), cast(:payment_most as integer), cast(:payment_working as boolean),
                cast(:warranty_least as integer), cast(:warranty_most as integer), cast(:warranty_working as boolean),
                cast(:validity_least as integer), cast(:validity_most as integer), cast(:validity_working as boolean),
                cast(:advance as numeric), cast(:free_from as numeric), cast(:free_currency as text),
                :competitors, :forbidden, :severity, :budget, cast(:cui as text), cast(:iban as text)
            )
            on conflict do nothing
            returning version
            """;

    private SalesTermsRow() {}

    static Query bind(Query query, SalesTerms terms, Instant from) {
        bind(query, "delivery", terms.delivery());
        bind(query, "payment", terms.payment());
        bind(query, "warranty", terms.warranty());
        bind(query, "validity", terms.validity());
        return query.bind("version", terms.version())
                .bind("valid_from", Micros.of(from).atOffset(ZoneOffset.UTC))
                .bind("advance", terms.advance().map(Percentage::points).orElse(null))
                .bind("free_from", terms.freeDeliveryFrom().map(Money::amount).orElse(null))
                .bind(
                        "free_currency",
                        terms.freeDeliveryFrom()
                                .map(money -> money.currency().getCurrencyCode())
                                .orElse(null))
                .bind("competitors", terms.competitors().toArray(String[]::new))
                .bind("forbidden", terms.forbidden().toArray(String[]::new))
                .bind("severity", terms.competitorSeverity().name())
                .bind("budget", terms.concessionBudget().points())
                .bind("cui", terms.cui().map(Cui::digits).orElse(null))
                .bind("iban", terms.account().map(Iban::value).orElse(null));
    }

    private static void bind(Query query, String name, Optional<Days> days) {
        query.bind(name + "_least", days.map(Days::least).orElse(null))
                .bind(name + "_most", days.map(Days::most).orElse(null))
                .bind(name + "_working", days.map(Days::working).orElse(null));
    }

    static SalesTerms read(Row row) throws SQLException {
        var free = row.maybeDecimal("free_delivery_from");
        return new SalesTerms(
                row.number("version"),
                days(row, "delivery"),
                days(row, "payment"),
                days(row, "warranty"),
                days(row, "validity"),
                row.maybeDecimal("advance_percent").map(Percentage::new),
                free.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Money(free.get(), Currency.getInstance(row.text("free_delivery_currency")))),
                row.texts("competitors"),
                row.texts("forbidden"),
                Severity.valueOf(row.text("competitor_severity")),
                new Percentage(row.decimal("concession_budget")),
                row.maybeText("cui").map(Cui::new),
                row.maybeText("iban").map(Iban::new));
    }

    private static Optional<Days> days(Row row, String name) throws SQLException {
        var least = row.maybeDecimal(name + "_least");
        return least.isEmpty()
                ? Optional.empty()
                : Optional.of(new Days(
                        least.get().intValueExact(), (int) row.number(name + "_most"), row.flag(name + "_working")));
    }
}
