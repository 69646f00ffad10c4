package app.cerniq.adapters.postgres;

import app.cerniq.ports.catalog.CatalogueCommit;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements that store a commit of the catalogue, each for all rows of its table; those with nothing to do rest. */
final class CatalogueStatements {

    private final String tenant;
    private final String domains;
    private final String definitions;
    private final String offerings;
    private final String superseded;
    private final String versions;
    private final String variants;
    private final String channels;
    private final String priceLists;
    private final String endPrices;
    private final String addPrices;
    private final String forgetSubstitutes;
    private final String addSubstitutes;

    CatalogueStatements(Sql sql) {
        this.tenant = sql.text("select count(*) from ${schema}.tenants where id = :tenant");
        this.domains = sql.file("keep-domains");
        this.definitions = sql.file("keep-definitions");
        this.offerings = sql.file("keep-offerings");
        this.superseded = sql.file("supersede-versions");
        this.versions = sql.file("keep-versions");
        this.variants = sql.file("keep-variants");
        this.channels = sql.file("keep-channels");
        this.priceLists = sql.file("keep-price-lists");
        this.endPrices = sql.file("end-prices");
        this.addPrices = sql.file("add-prices");
        this.forgetSubstitutes = sql.file("forget-substitutes");
        this.addSubstitutes = sql.file("add-substitutes");
    }

    /** Stores it, what is referred to first; false as soon as something it rests on is not so any more. */
    boolean store(Handle handle, CatalogueCommit commit) {
        var one = new Each(handle, commit.tenant().value());
        return one.isSetUp()
                && one.all(domains, CatalogueRows.domains(commit.domains()))
                && one.all(definitions, CatalogueRows.definitions(commit.domains()))
                && one.all(channels, CatalogueRows.channels(commit.channels()))
                && one.all(offerings, CatalogueRows.offerings(commit.offerings()))
                && versions(one, CatalogueRows.versions(commit.offerings()))
                && one.all(variants, CatalogueRows.variants(commit.variants()))
                && one.all(priceLists, CatalogueRows.priceLists(commit.priceLists()))
                && one.all(endPrices, CatalogueRows.ended(commit.prices()))
                && one.all(addPrices, CatalogueRows.added(commit.prices()))
                && one.some(
                        forgetSubstitutes,
                        CatalogueRows.skus(commit.substitutes().keySet()))
                && one.all(addSubstitutes, CatalogueRows.substitutes(commit.substitutes()));
    }

    /** The version in force gives way before the next one takes its place: at no time are there two. */
    private boolean versions(Each one, ArrayNode rows) {
        return one.some(superseded, rows) && one.some(versions, rows);
    }

    private final class Each {

        private final Handle handle;
        private final UUID id;

        Each(Handle handle, UUID id) {
            this.handle = handle;
            this.id = id;
        }

        boolean isSetUp() {
            return handle.createQuery(tenant)
                            .bind("tenant", id)
                            .mapTo(Long.class)
                            .one()
                    == 1;
        }

        /** Whether every row was stored. */
        boolean all(String statement, ArrayNode rows) {
            return rows.isEmpty() || count(statement, rows) == rows.size();
        }

        /** Of these rows those that need it. */
        boolean some(String statement, ArrayNode rows) {
            return rows.isEmpty() || count(statement, rows) >= 0;
        }

        private long count(String statement, ArrayNode rows) {
            return handle.createQuery(statement)
                    .bind("tenant", id)
                    .bind("rows", Json.write(rows))
                    .mapTo(Long.class)
                    .one();
        }
    }
}
