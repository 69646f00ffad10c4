package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CommitOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is sold, in PostgreSQL. A read is one round trip; a commit is one transaction of a few. */
final class PostgresCatalogue implements Catalogue {

    private static final String VARIANTS = """
            select
                sku, offering_code, name, unit, vat_category, vat_percent, attributes, track_inventory, archived_at,
                archived_reason, revision
            from ${schema}.gold_products
            """;

    private static final String SOME_VARIANTS = VARIANTS + "where tenant_id = :tenant and sku = any (:codes)";
    private static final String VARIANTS_OF =
            VARIANTS + "where tenant_id = :tenant and offering_code = any (:codes)\norder by sku collate \"C\"";

    private final Database database;
    private final CatalogueStatements statements;
    private final String domains;
    private final String offerings;
    private final String variants;
    private final String variantsOf;

    PostgresCatalogue(Database database) {
        var sql = database.sql();
        this.database = database;
        this.statements = new CatalogueStatements(sql);
        this.domains = sql.file("product-domains");
        this.offerings = sql.file("offerings");
        this.variants = sql.text(SOME_VARIANTS);
        this.variantsOf = sql.text(VARIANTS_OF);
    }

    @Override
    public Map<ProductDomainCode, ProductDomain> domains(TenantId tenant, Collection<ProductDomainCode> codes) {
        var names = codes.stream().map(ProductDomainCode::value).toList();
        return byKey(read("product domains", tenant, domains, names, CatalogueReading::domain), ProductDomain::code);
    }

    @Override
    public Map<OfferingCode, Offering> offerings(TenantId tenant, Collection<OfferingCode> codes) {
        var names = codes.stream().map(OfferingCode::value).toList();
        return byKey(read("offerings", tenant, offerings, names, CatalogueReading::offering), Offering::code);
    }

    @Override
    public Map<Sku, Variant> variants(TenantId tenant, Collection<Sku> skus) {
        var names = skus.stream().map(Sku::value).toList();
        return byKey(read("variants", tenant, variants, names, CatalogueReading::variant), Variant::sku);
    }

    @Override
    public List<Variant> variantsOf(TenantId tenant, OfferingCode offering) {
        return read("variants", tenant, variantsOf, List.of(offering.value()), CatalogueReading::variant);
    }

    private <T> List<T> read(
            String what, TenantId tenant, String statement, List<String> codes, Database.Reading<T> reading) {
        return codes.isEmpty()
                ? List.of()
                : database.query(
                        "read the " + what + " of tenant " + tenant,
                        tenant,
                        statement,
                        query -> query.bind("tenant", tenant.value()).bind("codes", codes.toArray(String[]::new)),
                        reading);
    }

    private static <K, V> Map<K, V> byKey(List<V> all, Function<V, K> key) {
        return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    @Override
    public CommitOutcome commit(CatalogueCommit commit) {
        var tenant = commit.tenant();
        if (database.together(
                "change the catalogue of tenant " + tenant, tenant, handle -> statements.store(handle, commit))) {
            return CommitOutcome.STORED;
        }
        return database.first(
                                "look for tenant " + tenant,
                                tenant,
                                database.sql().text("select id from ${schema}.tenants where id = :tenant"),
                                query -> query.bind("tenant", tenant.value()),
                                row -> row.uuid("id"))
                        .isPresent()
                ? CommitOutcome.STALE
                : CommitOutcome.UNKNOWN_TENANT;
    }
}
