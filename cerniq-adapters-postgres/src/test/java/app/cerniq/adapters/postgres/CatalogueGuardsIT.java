package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.time.CountedIds;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses of the catalogue, whoever writes: each sentence is broken once, by somebody at a console. */
class CatalogueGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static TenantId tenant;
    private static Raw runtime;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
        storage.catalogue().commit(PlantProtection.all(tenant));
        runtime = new Raw(database.runtime());
    }

    private static Arguments bad(String sentence, String statement) {
        return Arguments.of(sentence, statement);
    }

    /** A copy of a row with some columns otherwise. */
    private static String copy(String table, String where, String columns, String values) {
        return "insert into cerniq.%1$s (%3$s) select %4$s from cerniq.%1$s where %2$s limit 1"
                .formatted(table, where, columns, values);
    }

    static Stream<Arguments> domains() {
        var definition =
                "insert into cerniq.domain_attribute_definition (tenant_id, domain_code, key, label, value_type,"
                        + " semantic_type, unit, minimum, maximum, words, maximum_length, is_required, scope) select tenant_id, '%s',"
                        + " '%s', '%s', '%s', '%s', %s, %s, %s, '%s', %s, false, '%s' from cerniq.knowledge_domain";
        return Stream.of(
                bad("a product domain's code is a word", domain("Seeds", "Seeds", 1)),
                bad("a product domain has a name", domain("seeds", " ", 1)),
                bad("a product domain's revision is one or more", domain("seeds", "Seeds", 0)),
                bad("knowledge_domain_pkey", domain("plant-protection", "Again", 1)),
                bad(
                        "an attribute is defined in a product domain",
                        definition.formatted(
                                "nowhere",
                                "x",
                                "X",
                                "text",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "an attribute's key is a word",
                        definition.formatted(
                                "plant-protection",
                                "X y",
                                "X",
                                "text",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "an attribute has a label",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "",
                                "text",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "an attribute's type is known",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "X",
                                "json",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "an attribute's meaning is known",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "X",
                                "text",
                                "magical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "an attribute's scope is known",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "X",
                                "text",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "world")),
                bad(
                        "only numbers have bounds and a unit",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "X",
                                "text",
                                "physical",
                                "'kg'",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "the greatest value is not below the least",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "X",
                                "number",
                                "physical",
                                "null",
                                "2",
                                "1",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "only texts have words and a length",
                        definition.formatted(
                                "plant-protection",
                                "x",
                                "X",
                                "number",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{a}",
                                1000,
                                "offering")),
                bad(
                        "domain_attribute_definition_pkey",
                        definition.formatted(
                                "plant-protection",
                                "crop",
                                "X",
                                "text",
                                "physical",
                                "null",
                                "null",
                                "null",
                                "{}",
                                1000,
                                "offering")),
                bad(
                        "what an attribute is stays",
                        "update cerniq.domain_attribute_definition set scope = 'variant' where key = 'crop'"),
                bad(
                        "what an attribute is stays",
                        "update cerniq.domain_attribute_definition set unit = 'kg/ha' where key = 'dose_per_ha'"));
    }

    private static String domain(String code, String name, int revision) {
        return "insert into cerniq.knowledge_domain (tenant_id, code, name, revision) values ('%s', '%s', '%s', %s)"
                .formatted(tenant, code, name, revision);
    }

    static Stream<Arguments> offerings() {
        var newVersion = "insert into cerniq.tenant_offering_version (tenant_id, offering_code, version, status, name,"
                + " description, attributes) select tenant_id, offering_code, %s, '%s', '%s', '', %s"
                + " from cerniq.tenant_offering_version";
        var wrong = "attributes are as their product domain defines them";
        return Stream.of(
                bad("an offering's kind is known", offering("X", "'digital'", "null", "null")),
                bad("an offering's product domain is the tenant's", offering("X", "'physical'", "'nowhere'", "null")),
                bad("an offering is archived for a reason", offering("X", "'physical'", "null", "now()")),
                bad("tenant_offering_pkey", offering("GLIFO-360", "'physical'", "null", "null")),
                bad("the identity of an offering stays", "update cerniq.tenant_offering set offering_type = 'service'"),
                bad("the identity of an offering stays", "update cerniq.tenant_offering set domain_code = null"),
                bad("an offering has one active version", newVersion.formatted(2, "active", "Two", "attributes")),
                bad("versions are numbered without gaps", newVersion.formatted(3, "draft", "Three", "attributes")),
                bad("an offering's version is one or more", newVersion.formatted(0, "draft", "None", "attributes")),
                bad("a version is a draft, active or superseded", newVersion.formatted(2, "old", "Two", "attributes")),
                bad("a version has a name", newVersion.formatted(2, "draft", "", "attributes")),
                bad("attributes are an object", newVersion.formatted(2, "draft", "Two", "'[]'")),
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes - 'dose_per_ha'")), // required
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes || '{\"dose_per_ha\": \"3\"}'")), // type
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes || '{\"dose_per_ha\": 11}'")), // bounds
                bad(
                        wrong,
                        newVersion.formatted(2, "draft", "Two", "attributes || '{\"dose_per_ha\": null}'")), // nothing
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes || '{\"crop\": \"roses\"}'")), // words
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes || '{\"organic\": \"no\"}'")), // flag
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes || '{\"active_substance\": \"\"}'")),
                bad(
                        wrong,
                        newVersion.formatted(
                                2,
                                "draft",
                                "Two",
                                "jsonb_set(attributes, '{active_substance}', to_jsonb(repeat('x', 61)))")),
                bad(
                        wrong,
                        newVersion.formatted(2, "draft", "Two", "attributes || '{\"colour\": \"red\"}'")), // undefined
                bad(wrong, newVersion.formatted(2, "draft", "Two", "attributes || '{\"package\": \"5 l\"}'")), // scope
                bad(
                        "a version that was in force never changes",
                        "update cerniq.tenant_offering_version set name = 'Other'"),
                bad(
                        "a version that was in force never changes",
                        "update cerniq.tenant_offering_version set status = 'draft'"),
                bad(
                        "a version that was in force never changes",
                        "update cerniq.tenant_offering_version set attributes = attributes - 'crop'"));
    }

    private static String offering(String code, String kind, String domain, String archivedAt) {
        return ("insert into cerniq.tenant_offering (tenant_id, code, offering_type, domain_code, archived_at, revision)"
                        + " values ('%s', '%s', %s, %s, %s, 1)")
                .formatted(tenant, code, kind, domain, archivedAt);
    }

    static Stream<Arguments> products() {
        var columns = "tenant_id, sku, offering_code, name, unit, vat_category, vat_percent, attributes, revision,"
                + " archived_at";
        var like = "sku = 'GLIFO-360-5L'";
        return Stream.of(
                bad("gold_products_pkey", copy("gold_products", like, columns, columns)),
                bad(
                        "a product is a variant of an offering",
                        copy(
                                "gold_products",
                                like,
                                columns,
                                columns.replace(" sku, offering_code", " 'X', 'nowhere'"))),
                bad(
                        "a product has a name",
                        copy(
                                "gold_products",
                                like,
                                columns,
                                columns.replace(" sku", " 'X'").replace(" name", " ''"))),
                bad(
                        "a product is archived for a reason",
                        copy(
                                "gold_products",
                                like,
                                columns,
                                columns.replace(" sku", " 'X'").replace(" archived_at", " now()"))),
                bad(
                        "a product's revision is one or more",
                        copy(
                                "gold_products",
                                like,
                                columns,
                                columns.replace(" sku", " 'X'").replace(" revision", " 0"))),
                bad(
                        "attributes are as their product domain defines them",
                        copy(
                                "gold_products",
                                like,
                                columns,
                                columns.replace(" sku", " 'X'").replace(" attributes", " '{}'"))),
                bad(
                        "a product's attributes are an object",
                        copy(
                                "gold_products",
                                like,
                                columns,
                                columns.replace(" sku", " 'X'").replace(" attributes", " '1'"))),
                bad(
                        "attributes are as their product domain defines them",
                        "update cerniq.gold_products set attributes = '{\"package\": \"7 l\"}'"),
                bad("the identity of a product stays", "update cerniq.gold_products set unit = 'kg'"),
                bad("nothing is its own substitute", substitute("GLIFO-360-1L", 1, "GLIFO-360-1L")),
                bad("a substitute is a product", substitute("GLIFO-360-1L", 1, "X")),
                bad("only products have substitutes", substitute("X", 1, "GLIFO-360-1L")),
                bad("a substitute is named once", substitute("GLIFO-360-5L", 2, "GLIFO-360-1L")),
                bad("a product has up to twenty substitutes", substitute("GLIFO-360-1L", 21, "GLIFO-360-5L")));
    }

    private static String substitute(String sku, int rank, String other) {
        return ("insert into cerniq.offering_substitutes (tenant_id, sku, rank, substitute_sku, note)"
                        + " values ('%s', '%s', %s, '%s', '')")
                .formatted(tenant, sku, rank, other);
    }

    static Stream<Arguments> channelsAndLists() {
        return Stream.of(
                bad("a sales channel's code is a word", channel("The Fair", "X", "null", 1)),
                bad("a sales channel has a name", channel("fair", "", "null", 1)),
                bad("a sales channel is closed for a reason", channel("fair", "X", "now()", 1)),
                bad("a sales channel's revision is one or more", channel("fair", "X", "null", 0)),
                bad(
                        "the direct channel is never closed",
                        "update cerniq.tenant_sales_channel set closed_at = now(), closed_reason = 'x' where code = 'direct'"),
                bad("a price list's channel is the tenant's", list("RON", "'nowhere'", "'epoch'", "null", 7)),
                bad("a price list's currency has three letters", list("lei", "null", "'epoch'", "null", 7)),
                bad("a price list is valid for a time", list("RON", "null", "now()", "now()", 7)),
                bad("a price list is valid for a time", list("RON", "null", "now()", "now() - interval '1 day'", 7)),
                bad("a precedence has up to six digits", list("RON", "null", "'epoch'", "null", 1_000_001)),
                bad("lists that overlap differ in precedence", list("RON", "null", "now()", "null", 0)),
                bad("lists that overlap differ in precedence", list("RON", "'dealers'", "'2026-05-31'", "null", 0)),
                bad(
                        "a price list keeps its place",
                        "update cerniq.tenant_price_list set precedence = 4 where channel_code is null"),
                bad("a price list keeps its place", "update cerniq.tenant_price_list set currency = 'EUR'"),
                bad("a price list keeps its place", "update cerniq.tenant_price_list set valid_from = '2000-01-01'"));
    }

    private static String channel(String code, String name, String closedAt, int revision) {
        return ("insert into cerniq.tenant_sales_channel (tenant_id, code, name, closed_at, revision)"
                        + " values ('%s', '%s', '%s', %s, %s)")
                .formatted(tenant, code, name, closedAt, revision);
    }

    private static String list(String currency, String channel, String from, String until, int precedence) {
        return ("insert into cerniq.tenant_price_list (tenant_id, code, name, currency, channel_code, valid_from,"
                        + " valid_until, precedence, revision) values ('%s', 'X', 'X', '%s', %s, %s, %s, %s, 1)")
                .formatted(tenant, currency, channel, from, until, precedence);
    }

    static Stream<Arguments> prices() {
        return Stream.of(
                bad("a price is that of a product", price("X", "everybody", 1, "1", "null", "0", "null")),
                bad("a price stands in a list", price("GLIFO-360-1L", "nowhere", 1, "1", "null", "0", "null")),
                bad("a price is above zero", price("GLIFO-360-1L", "dealers in spring", 1, "0", "null", "0", "null")),
                bad("a price is above zero", price("GLIFO-360-1L", "dealers in spring", 1, "-1", "null", "-1", "null")),
                bad(
                        "the price to compare with is higher",
                        price("GLIFO-360-1L", "dealers in spring", 1, "5", "5", "1", "null")),
                bad(
                        "the floor is at most the price",
                        price("GLIFO-360-1L", "dealers in spring", 1, "5", "null", "6", "null")),
                bad(
                        "the floor is at most the price",
                        price("GLIFO-360-1L", "dealers in spring", 1, "5", "null", "-1", "null")),
                bad("a cost is not negative", price("GLIFO-360-1L", "dealers in spring", 1, "5", "null", "1", "-1")),
                bad("one price at a time", price("GLIFO-360-1L", "everybody", 2, "5", "null", "1", "null")),
                bad("tenant_variant_price_pkey", price("GLIFO-360-1L", "everybody", 1, "5", "null", "1", "null")),
                bad(
                        "prices are numbered without gaps",
                        price("GLIFO-360-1L", "dealers in spring", 2, "5", "null", "1", "null")),
                bad(
                        "prices are numbered from one",
                        price("GLIFO-360-1L", "dealers in spring", 0, "5", "null", "1", "null")),
                bad(
                        "a price does not end before it begins",
                        "update cerniq.tenant_variant_price set valid_until = '1960-01-01'"),
                bad(
                        "a price ends earlier or stays as it was",
                        "update cerniq.tenant_variant_price set amount = 1, floor_price = 0"),
                bad(
                        "a price ends earlier or stays as it was",
                        "update cerniq.tenant_variant_price set valid_from = '2000-01-01'"),
                bad(
                        "a price ends earlier or stays as it was",
                        "update cerniq.tenant_variant_price set cost = null where cost > 0"));
    }

    private static String price(
            String sku, String list, int number, String amount, String compareAt, String floor, String cost) {
        return ("insert into cerniq.tenant_variant_price (tenant_id, sku, price_list_code, number, amount, compare_at,"
                        + " floor_price, cost, valid_from) values ('%s', '%s', '%s', %s, %s, %s, %s, %s, 'epoch')")
                .formatted(tenant, sku, list, number, amount, compareAt, floor, cost);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"domains", "offerings", "products", "channelsAndLists", "prices"})
    void a_statement_that_breaks_a_sentence_is_refused_by_it(String sentence, String statement) {
        assertThat(runtime.refusal(tenant, statement)).contains(sentence);
    }

    @Test
    void a_price_that_ended_does_not_come_back() {
        var end =
                "update cerniq.tenant_variant_price set valid_until = '2026-03-01' where price_list_code = 'everybody'";
        var prolong = end.replace("2026-03-01", "2026-04-01");

        assertThat(runtime.refusal(tenant, end)).isEmpty();
        assertThat(runtime.refusal(tenant, end + "; " + prolong)).contains("a price ends earlier or stays as it was");
    }

    @Test
    void what_is_archived_or_closed_stays_so() {
        var archive = "update cerniq.%1$s set %2$s_at = now(), %2$s_reason = 'x' where code = '%3$s'";
        var offering = archive.formatted("tenant_offering", "archived", "GLIFO-360");
        var product =
                archive.formatted("gold_products", "archived", "GLIFO-360-5L").replace("where code", "where sku");
        var channel = archive.formatted("tenant_sales_channel", "closed", "dealers");

        assertThat(runtime.refusal(tenant, offering)).isEmpty();
        assertThat(runtime.refusal(
                        tenant,
                        offering + "; update cerniq.tenant_offering set archived_at = null, archived_reason = null"))
                .contains("what is archived stays archived");
        assertThat(runtime.refusal(
                        tenant,
                        product + "; update cerniq.gold_products set archived_at = null, archived_reason = null"))
                .contains("what is archived stays archived");
        assertThat(runtime.refusal(
                        tenant,
                        channel + "; update cerniq.tenant_sales_channel set closed_at = null, closed_reason = null"))
                .contains("what is closed stays closed");
    }

    @Test
    void a_draft_goes_into_force_before_it_is_superseded() {
        var draft =
                "insert into cerniq.tenant_offering_version (tenant_id, offering_code, version, status, name, description,"
                        + " attributes) select tenant_id, offering_code, 2, 'draft', name, '', attributes"
                        + " from cerniq.tenant_offering_version; ";

        assertThat(runtime.refusal(
                        tenant, draft + "update cerniq.tenant_offering_version set name = 'Two' where version = 2"))
                .isEmpty();
        assertThat(runtime.refusal(
                        tenant,
                        draft + "update cerniq.tenant_offering_version set status = 'superseded' where version = 2"))
                .contains("a version that was in force never changes");
    }

    @Test
    void a_product_of_one_tenant_is_no_variant_of_another_tenants_offering() {
        var other = new TenantId(IDS.next());
        var storage = PostgresStorage.on(database.runtime());
        storage.tenants().setUp(other, "Another");

        var variant =
                "insert into cerniq.gold_products (tenant_id, sku, offering_code, name, unit, vat_category, vat_percent,"
                        + " attributes, revision) values ('" + other
                        + "', 'X', 'GLIFO-360', 'X', 'buc', 'S', 21, '{}', 1)";

        assertThat(runtime.refusal(other, variant)).contains("a product is a variant of an offering");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "knowledge_domain",
                "domain_attribute_definition",
                "tenant_offering",
                "tenant_offering_version",
                "gold_products",
                "tenant_sales_channel",
                "tenant_price_list",
                "tenant_variant_price"
            })
    void the_catalogue_forgets_nothing(String table) {
        var owner = new Raw(database.owner());

        assertThat(runtime.refusal(tenant, "delete from cerniq." + table)).isEqualTo(Optional.of("42501"));
        assertThat(owner.refusal(tenant, "delete from cerniq." + table)).contains("the catalogue forgets nothing");
        assertThat(owner.refusal(tenant, "truncate cerniq." + table + " cascade"))
                .contains("the catalogue is not emptied");
    }
}
