package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.guardrail.Vocabulary;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Sales terms and guardrails in PostgreSQL: a row per version. */
final class PostgresGuardrailBook implements GuardrailBook {

    private static final String LATEST = """
            select
                t.id,
                coalesce(s.version, 0) as terms,
                s.valid_from as terms_from,
                coalesce(g.version, 0) as guardrails,
                g.valid_from as guardrails_from
            from ${schema}.tenants t
            left join lateral (
                select version, valid_from
                from ${schema}.sales_terms
                where tenant_id = t.id
                order by version desc
                limit 1
            ) s on true
            left join lateral (
                select version, valid_from
                from ${schema}.tenant_guardrail_packs
                where tenant_id = t.id
                order by version desc
                limit 1
            ) g on true
            where t.id = :tenant
            """;

    private static final String INSTALL = """
            insert into ${schema}.tenant_guardrail_packs (tenant_id, version, valid_from, guardrails)
            values (:tenant, :version, :valid_from, cast(:guardrails as jsonb))
            on conflict do nothing
            returning version
            """;

    private static final String IN_FORCE = """
            select
                s.*,
                g.version as pack_version,
                g.valid_from as pack_from,
                g.guardrails
            from (values (1)) as one (row)
            left join lateral (
                select *
                from ${schema}.sales_terms
                where tenant_id = :tenant and valid_from <= :moment
                order by version desc
                limit 1
            ) s on true
            left join lateral (
                select version, valid_from, guardrails
                from ${schema}.tenant_guardrail_packs
                where tenant_id = :tenant and valid_from <= :moment
                order by version desc
                limit 1
            ) g on true
            """;

    /** Every change of a product or an offering raises its revision, and none is ever deleted. */
    private static final String STATE = """
            select
                coalesce(p.revisions, 0) || '-' || coalesce(o.revisions, 0) || '-' || p.number || '-' || o.number as state
            from (
                select sum(revision) as revisions, count(*) as number
                from ${schema}.gold_products
                where tenant_id = :tenant
            ) p
            cross join (
                select sum(revision) as revisions, count(*) as number
                from ${schema}.tenant_offering
                where tenant_id = :tenant
            ) o
            """;

    private static final String GOODS = """
            select p.sku, p.name, p.unit
            from ${schema}.gold_products p
            join ${schema}.tenant_offering o
                on o.tenant_id = p.tenant_id and o.code = p.offering_code
            join ${schema}.tenant_offering_version v
                on v.tenant_id = o.tenant_id and v.offering_code = o.code and v.status = 'active'
            where p.tenant_id = :tenant and p.archived_at is null and o.archived_at is null
            order by p.sku
            """;

    private final Database database;
    private final String latest;
    private final String lay;
    private final String install;
    private final String inForce;
    private final String state;
    private final String goods;

    PostgresGuardrailBook(Database database) {
        this.database = database;
        this.latest = database.sql().text(LATEST);
        this.lay = database.sql().text(SalesTermsRow.ADD);
        this.install = database.sql().text(INSTALL);
        this.inForce = database.sql().text(IN_FORCE);
        this.state = database.sql().text(STATE);
        this.goods = database.sql().text(GOODS);
    }

    private record Standing(long terms, Optional<Instant> termsFrom, long packs, Optional<Instant> packsFrom) {}

    private Optional<Standing> standing(TenantId tenant) {
        return database.first(
                "read the versions of the guardrails of tenant " + tenant,
                tenant,
                latest,
                query -> query.bind("tenant", tenant.value()),
                row -> new Standing(
                        row.number("terms"),
                        row.maybeInstant("terms_from"),
                        row.number("guardrails"),
                        row.maybeInstant("guardrails_from")));
    }

    @Override
    public Latest latest(TenantId tenant) {
        return standing(tenant)
                .map(there -> new Latest(there.terms(), there.packs()))
                .orElse(new Latest(0, 0));
    }

    @Override
    public Either<GuardrailRefusal, SalesTerms> lay(TenantId tenant, SalesTerms terms, Instant from) {
        return allowTerms(tenant, terms.version(), from).flatMap(allowed -> {
            var stored = database.first(
                    "lay down sales terms " + terms.version() + " of tenant " + tenant,
                    tenant,
                    lay,
                    query -> SalesTermsRow.bind(query.bind("tenant", tenant.value()), terms, from),
                    row -> row.number("version"));
            // Whoever was faster has the number.
            return stored.isPresent()
                    ? right(terms)
                    : allowTerms(tenant, terms.version(), from).map(odd -> terms);
        });
    }

    private Either<GuardrailRefusal, Boolean> allowTerms(TenantId tenant, long version, Instant from) {
        return standing(tenant)
                .map(there -> allow(version, from, there.terms(), there.termsFrom()))
                .orElseGet(() -> left(new GuardrailRefusal.UnknownTenant(tenant)));
    }

    @Override
    public Either<GuardrailRefusal, GuardrailPack> install(GuardrailPack pack) {
        return allowPack(pack).flatMap(allowed -> {
            var stored = database.first(
                    "lay down guardrails " + pack.version() + " of tenant " + pack.tenant(),
                    pack.tenant(),
                    install,
                    query -> query.bind("tenant", pack.tenant().value())
                            .bind("version", pack.version())
                            .bind("valid_from", Micros.of(pack.from()).atOffset(ZoneOffset.UTC))
                            .bind("guardrails", Json.write(pack.guardrails())),
                    row -> row.number("version"));
            return stored.isPresent() ? right(pack) : allowPack(pack).map(odd -> pack);
        });
    }

    private Either<GuardrailRefusal, Boolean> allowPack(GuardrailPack pack) {
        return standing(pack.tenant())
                .map(there -> allow(pack.version(), pack.from(), there.packs(), there.packsFrom()))
                .orElseGet(() -> left(new GuardrailRefusal.UnknownTenant(pack.tenant())));
    }

    private static Either<GuardrailRefusal, Boolean> allow(
            long version, Instant from, long last, Optional<Instant> lastFrom) {
        if (version != last + 1) {
            return left(new GuardrailRefusal.StaleVersion(version - 1, last));
        }
        return lastFrom.filter(earliest -> Micros.of(from).isBefore(earliest))
                .<Either<GuardrailRefusal, Boolean>>map(earliest -> left(new GuardrailRefusal.TooEarly(from, earliest)))
                .orElseGet(() -> right(true));
    }

    @Override
    public InForce at(TenantId tenant, Instant at) {
        return database.query(
                        "read the guardrails in force of tenant " + tenant,
                        tenant,
                        inForce,
                        query -> query.bind("tenant", tenant.value())
                                .bind("moment", Micros.of(at).atOffset(ZoneOffset.UTC)),
                        row -> new InForce(
                                row.maybeUuid("tenant_id").isPresent() ? SalesTermsRow.read(row) : SalesTerms.NONE,
                                pack(tenant, row)))
                .get(0);
    }

    private static List<GuardrailPack> pack(TenantId tenant, Row row) throws java.sql.SQLException {
        var from = row.maybeInstant("pack_from");
        return from.isEmpty()
                ? List.of()
                : List.of(new GuardrailPack(
                        tenant,
                        row.number("pack_version"),
                        from.get(),
                        Json.read(row.tree("guardrails"), new TypeReference<List<TenantGuardrail>>() {})));
    }

    @Override
    public Vocabulary vocabulary(TenantId tenant) {
        // The state first: what changes in between is read, and then looked at once more.
        var before = vocabularyState(tenant);
        return new Vocabulary(
                before,
                database.query(
                        "read what the goods of tenant " + tenant + " are called",
                        tenant,
                        goods,
                        query -> query.bind("tenant", tenant.value()),
                        row -> new Vocabulary.Named(
                                new Sku(row.text("sku")), row.text("name"), Json.unit(row.text("unit")))));
    }

    @Override
    public String vocabularyState(TenantId tenant) {
        return database.query(
                        "read the state of the catalogue of tenant " + tenant,
                        tenant,
                        state,
                        query -> query.bind("tenant", tenant.value()),
                        row -> row.text("state"))
                .get(0);
    }
}
