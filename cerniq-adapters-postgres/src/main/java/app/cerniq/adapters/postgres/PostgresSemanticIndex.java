package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.Match;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.SemanticIndex;
import java.util.List;
import java.util.Optional;

/** Meanings in PostgreSQL, where pgvector is there and a DBA has run {@code semantic-search.sql}; asked once. */
final class PostgresSemanticIndex implements SemanticIndex {

    private static final String IS_THERE = "select to_regclass('${schema}.product_embeddings') is not null as is_there";

    private static final String NEAREST = """
            select sku, place
            from ${schema}.near_products(
                :tenant, cast(:meaning as real[]), nullif(:domain, ''), cast(nullif(:conditions, '') as jsonpath), :most + 1)
            order by place
            """;

    private static final String MISSING = """
            select p.sku, p.name || '. ' || v.description as text
            from ${schema}.product_search s
            join ${schema}.gold_products p on p.tenant_id = s.tenant_id and p.sku = s.sku
            join ${schema}.tenant_offering_version v
                on v.tenant_id = p.tenant_id and v.offering_code = p.offering_code and v.status = 'active'
            where s.tenant_id = :tenant
                and not exists (
                    select from ${schema}.product_embeddings e
                    where e.tenant_id = s.tenant_id
                        and e.sku = s.sku
                        and e.text_hash
                            = encode(sha256(convert_to(p.name || '. ' || v.description, 'UTF8')), 'hex')
                )
            order by p.sku collate "C"
            limit :most
            """;

    private static final String KEEP = """
            select ${schema}.keep_meaning(:tenant, :sku, :text, cast(:meaning as real[]))
            """;

    private final Database database;
    private volatile Optional<Boolean> isThere = Optional.empty();

    PostgresSemanticIndex(Database database) {
        this.database = database;
    }

    @Override
    public boolean isActive() {
        return isThere.orElseGet(() -> {
            var there = database.run("look for the index of meanings", connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(database.sql().text(IS_THERE))) {
                    return row.next() && row.getBoolean("is_there");
                }
            });
            isThere = Optional.of(there);
            return there;
        });
    }

    @Override
    public Matches nearest(MatchQuestion question, Embedding meaning, int most) {
        if (!isActive()) {
            return Matches.none(Kind.SEMANTIC);
        }
        var tenant = question.tenant();
        var near = database.query(
                "search the goods of tenant " + tenant + " by meaning",
                tenant,
                database.sql().text(NEAREST),
                query -> query.bind("tenant", tenant.value())
                        .bind("meaning", array(meaning))
                        .bind(
                                "domain",
                                question.domain().map(ProductDomainCode::value).orElse(""))
                        .bind("conditions", Conditions.jsonpath(question.conditions()))
                        .bind("most", most),
                row -> new Match(new Sku(row.text("sku")), (int) row.number("place")));
        return new Matches(Kind.SEMANTIC, near.subList(0, Math.min(most, near.size())), near.size() <= most);
    }

    private static String array(Embedding meaning) {
        return meaning.axes().toString().replace('[', '{').replace(']', '}');
    }

    @Override
    public List<Description> missing(TenantId tenant, int most) {
        return isActive()
                ? database.query(
                        "look for goods of tenant " + tenant + " of unknown meaning",
                        tenant,
                        database.sql().text(MISSING),
                        query -> query.bind("tenant", tenant.value()).bind("most", most),
                        row -> new Description(new Sku(row.text("sku")), row.text("text")))
                : List.of();
    }

    @Override
    public void keep(TenantId tenant, List<Learnt> learnt) {
        if (!isActive()) {
            throw new IllegalStateException(
                    "Meanings cannot be kept: schema " + database.sql().schema()
                            + " has no product_embeddings. PostgresStorage.semanticDdl() prints the script that makes it,"
                            + " where the extension vector can be had.");
        }
        database.together("keep the meaning of goods of tenant " + tenant, tenant, handle -> {
            var batch = handle.prepareBatch(database.sql().text(KEEP));
            learnt.forEach(one -> batch.bind("tenant", tenant.value())
                    .bind("sku", one.description().sku().value())
                    .bind("text", one.description().text())
                    .bind("meaning", array(one.meaning()))
                    .add());
            batch.execute();
            return true;
        });
    }
}
