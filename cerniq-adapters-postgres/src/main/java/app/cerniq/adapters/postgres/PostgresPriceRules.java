package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.PriceBook;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.PriceRuleRefusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.shared.UnknownTenantException;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Price rules in PostgreSQL: a row per version. */
final class PostgresPriceRules implements PriceRules {

    private static final String ADD = """
            insert into ${schema}.price_rules (
                tenant_id, id, version, name, scope, scope_value, kind, terms, stackable, priority, valid_from,
                valid_until, is_retired
            )
            select
                t.id, :id, :version, :name, :scope, :scope_value, :kind, cast(:terms as jsonb), :stackable, :priority,
                :valid_from, :valid_until, :is_retired
            from ${schema}.tenants t
            where t.id = :tenant
            returning id
            """;

    private static final String LIST = """
            select distinct on (id)
                id, version, name, scope, scope_value, kind, terms, stackable, priority, valid_from, valid_until,
                is_retired
            from ${schema}.price_rules
            where tenant_id = :tenant
            order by id, version desc
            """;

    private static final String IN_FORCE = """
            select
                s.sku, r.id, r.version, r.name, r.scope, r.scope_value, r.kind, r.terms, r.stackable, r.priority,
                r.valid_from, r.valid_until, r.is_retired
            from unnest(:skus) as s (sku)
            cross join lateral ${schema}.price_rules_for(:tenant, s.sku, :moment) r
            order by r.id
            """;

    private final Database database;
    private final String add;
    private final String list;
    private final String inForce;

    PostgresPriceRules(Database database) {
        this.database = database;
        this.add = database.sql().text(ADD);
        this.list = database.sql().text(LIST);
        this.inForce = database.sql().text(IN_FORCE);
    }

    @Override
    public Either<PriceRuleRefusal, PriceRule> put(TenantId tenant, PriceRule rule) {
        return change(tenant, book -> book.accept(rule));
    }

    @Override
    public Either<PriceRuleRefusal, PriceRule> retire(TenantId tenant, PriceRuleId rule) {
        return change(tenant, book -> book.retire(rule));
    }

    private Either<PriceRuleRefusal, PriceRule> change(
            TenantId tenant, Function<PriceBook, Either<PriceRuleRefusal, PriceRule>> decision) {
        var decided = decision.apply(new PriceBook(list(tenant)));
        if (decided.isLeft()) {
            return decided;
        }
        try {
            add(tenant, decided.get());
            return decided;
        } catch (IllegalStateException refused) {
            // Somebody may have been faster; the rules as they stand now say whether that is the reason.
            var again = decision.apply(new PriceBook(list(tenant)));
            if (again.isRight()) {
                throw refused;
            }
            return again;
        }
    }

    private void add(TenantId tenant, PriceRule rule) {
        var stored = database.first(
                "keep price rule " + rule.id() + " of tenant " + tenant,
                tenant,
                add,
                query -> PriceRuleRow.bind(query.bind("tenant", tenant.value()), rule),
                row -> row.uuid("id"));
        if (stored.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
    }

    @Override
    public List<PriceRule> list(TenantId tenant) {
        return new PriceBook(database.query(
                        "read the price rules of tenant " + tenant,
                        tenant,
                        list,
                        query -> query.bind("tenant", tenant.value()),
                        PriceRuleRow::read))
                .rules();
    }

    @Override
    public Map<Sku, List<PriceRule>> inForce(TenantId tenant, Collection<Sku> skus, Instant at) {
        var found = new HashMap<Sku, List<PriceRule>>();
        skus.forEach(sku -> found.put(sku, new ArrayList<>()));
        if (skus.isEmpty()) {
            return Map.of();
        }
        var names = skus.stream().map(Sku::value).toArray(String[]::new);
        database.query(
                        "read the price rules in force of tenant " + tenant,
                        tenant,
                        inForce,
                        query -> query.bind("tenant", tenant.value())
                                .bind("skus", names)
                                .bind("moment", Micros.of(at).atOffset(ZoneOffset.UTC)),
                        row -> Map.entry(new Sku(row.text("sku")), PriceRuleRow.read(row)))
                .forEach(entry ->
                        found.getOrDefault(entry.getKey(), new ArrayList<>()).add(entry.getValue()));
        found.replaceAll((sku, rules) -> new PriceBook(rules).rules());
        return Map.copyOf(found);
    }
}
