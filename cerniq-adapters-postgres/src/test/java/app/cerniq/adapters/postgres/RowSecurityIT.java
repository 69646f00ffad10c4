package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Rules;
import app.cerniq.testkit.fixture.WholeLife;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I11: no row is readable or writable across tenants, and the program has no right that it does not need. */
class RowSecurityIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static Raw runtime;
    private static Raw owner;
    private static TenantId ours;
    private static TenantId theirs;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        runtime = new Raw(database.runtime());
        owner = new Raw(database.owner());
        ours = new TenantId(IDS.next());
        theirs = new TenantId(IDS.next());
        for (var tenant : new TenantId[] {ours, theirs}) {
            storage.tenants().setUp(tenant, "A tenant");
            assertThat(storage.catalogue().commit(PlantProtection.all(tenant))).isEqualTo(CommitOutcome.STORED);
            Stocked.fill(storage, IDS, tenant);
            WholeLife.allEvents(storage.negotiations(), IDS, tenant);
            Stocked.runLow(storage, IDS, tenant);
            storage.priceRules().put(tenant, Rules.of(IDS, "Volume", RuleTerms.Volume.STANDARD));
            storage.humanTasks().open(Stocked.task(tenant, IDS));
            storage.tenants().limitTimes(tenant, new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofHours(5))));
            var automation = storage.automation();
            automation.bound(tenant, new SafetyBound(Signal.REFUSAL, 100, Duration.ofMinutes(10)));
            automation.count(tenant, Signal.REFUSAL, Play.MORNING, Duration.ofMinutes(10));
            automation.park(Park.ordered(tenant, ActorRef.of(People.MANAGER), "A test.", Play.MORNING));
            storage.customerTiers().assign(tenant, new LeadId(IDS.next()), CustomerTier.GOLD);
        }
    }

    static Stream<String> tenantTables() {
        return Stream.of(
                "tenants",
                "gold_products",
                "knowledge_domain",
                "domain_attribute_definition",
                "tenant_offering",
                "tenant_offering_version",
                "tenant_sales_channel",
                "tenant_price_list",
                "tenant_variant_price",
                "offering_substitutes",
                "product_search",
                "product_search_words",
                "stock_inventory",
                "stock_locations",
                "stock_movements",
                "stock_reservations",
                "stock_alerts",
                "gold_negotiations",
                "negotiation_state_history",
                "negotiation_quotes",
                "negotiation_items",
                "negotiation_offers",
                "negotiation_payments",
                "discount_requests",
                "discount_approvals",
                "domain_events",
                "outbox",
                "policy_decisions",
                "idempotency_keys",
                "negotiation_quote_vat_groups",
                "price_rules",
                "tenant_time_limits",
                "human_tasks",
                "human_task_history",
                "automation_bounds",
                "automation_signals",
                "automation_parks",
                "customer_tiers");
    }

    @Test
    void every_table_with_a_tenant_is_among_those_tested_here() {
        var count = """
                select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'cerniq'::regnamespace and c.relkind in ('r', 'v') and a.attname = 'tenant_id'
                """;

        assertThat(owner.number(Optional.empty(), count))
                .isEqualTo(tenantTables().count() - 1); // tenants has id
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void a_tenant_sees_its_own_rows_and_no_others(String table) {
        var id = table.equals("tenants") ? "id" : "tenant_id";
        var all = owner.number(Optional.empty(), "select count(*) from cerniq." + table);
        var mine = runtime.number(Optional.of(ours), "select count(*) from cerniq." + table);
        var strange = runtime.number(
                Optional.of(ours), "select count(*) from cerniq." + table + " where " + id + " <> '" + ours + "'");

        assertThat(mine).isPositive().isEqualTo(all / 2);
        assertThat(strange).isZero();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void without_a_tenant_nothing_is_visible_and_nothing_fails(String table) throws SQLException {
        var count = "select count(*) from cerniq." + table;

        assertThat(runtime.number(Optional.empty(), count)).isZero();
        try (var connection = database.plainRuntime().getConnection();
                var statement = connection.createStatement()) {
            // What a pooled connection looks like after a transaction-local setting: empty, not unset.
            statement.execute("set cerniq.tenant = ''");
            try (var result = statement.executeQuery(count)) {
                result.next();
                assertThat(result.getLong(1)).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void security_is_forced_on_the_owner_too(String table) {
        var secured = """
                select count(*) from pg_class
                where oid = 'cerniq.%s'::regclass
                    and (relrowsecurity and relforcerowsecurity or 'security_invoker=true' = any (reloptions))
                """.formatted(table);

        assertThat(owner.number(Optional.empty(), secured)).isOne();
    }

    @Test
    void a_row_of_another_tenant_cannot_be_written() {
        var setUp = "insert into cerniq.tenants (id, name) values (gen_random_uuid(), 'Mallory')";
        var steal = "update cerniq.gold_products set tenant_id = '" + theirs + "'";

        assertThat(runtime.refusal(ours, setUp)).contains("42501");
        assertThat(runtime.refusal(ours, steal)).contains("42501");
    }

    @Test
    void a_row_of_another_tenant_cannot_be_changed() {
        runtime.run(ours, "update cerniq.gold_products set name = 'changed' where tenant_id = '" + theirs + "'");

        var changed = "select count(*) from cerniq.gold_products where name = 'changed'";
        assertThat(owner.number(Optional.empty(), changed)).isZero();
    }

    @Test
    void the_runtime_role_owns_nothing_and_cannot_log_in() {
        var owned = "select count(*) from pg_class where relowner = 'cerniq_runtime'::regrole";
        var mighty = """
                select count(*) from pg_roles
                where rolname = 'cerniq_runtime' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)
                """;

        assertThat(owner.number(Optional.empty(), owned)).isZero();
        assertThat(owner.number(Optional.empty(), mighty)).isZero();
    }

    @Test
    void the_rules_of_the_machine_are_not_the_programs_to_change() {
        assertThat(runtime.refusal(ours, "delete from cerniq.fsm_valid_transitions"))
                .contains("42501");
        assertThat(runtime.refusal(
                        ours, "insert into cerniq.fsm_state_allowed_tools values ('PAID', 'search_products')"))
                .contains("42501");
        assertThat(runtime.refusal(ours, "insert into cerniq.schema_version (version) values (99)"))
                .contains("42501");
    }

    @Test
    void every_function_sees_only_what_it_names() {
        var open = """
                select count(*) from pg_proc
                where pronamespace = 'cerniq'::regnamespace
                    and prosqlbody is null -- what is parsed when it is created looks nothing up later
                    and not coalesce(proconfig, '{}') @> array['search_path=pg_catalog, pg_temp']
                """;

        assertThat(owner.number(Optional.empty(), open)).isZero();
    }

    @Test
    void every_key_begins_with_the_tenant() {
        var others = """
                select count(*)
                from pg_constraint c
                join pg_class t on t.oid = c.conrelid
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where t.relnamespace = 'cerniq'::regnamespace
                    and c.contype in ('p', 'u', 'f')
                    and t.relname not in ('tenants', 'schema_version', 'cerniq_schema_history')
                    and t.relname <> 'scheduled_tasks' -- jobs are those of the installation: no row belongs to a tenant
                    and t.relname not like 'fsm%'
                    and c.conname <> 'history holds only legal moves'
                    and a.attname <> 'tenant_id'
                """;

        assertThat(owner.number(Optional.empty(), others)).isZero();
    }

    @Test
    void the_program_learns_the_ids_of_all_tenants_and_nothing_else() throws SQLException {
        assertThat(PostgresStorage.on(database.runtime()).tenants().page(Optional.empty(), 100))
                .contains(ours, theirs);
        try (var connection = database.plainRuntime().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set cerniq.tenants_at_work = 'on'");
            for (var table : List.of("tenants", "gold_negotiations")) {
                try (var result = statement.executeQuery("select count(*) from cerniq." + table)) {
                    result.next();
                    assertThat(result.getLong(1)).isZero();
                }
            }
        }
    }
}
