package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            Stocked.busy(storage, IDS, tenant);
        }
    }

    /** Tables that belong to no tenant, and why. */
    private static final Map<String, String> OF_NOBODY = Map.of(
            "schema_version", "the version of the schema, which is one for all",
            "cerniq_schema_history", "what Flyway did to the schema; only its owner may read it",
            "fsm_valid_transitions", "the machine, which is one for all",
            "fsm_state_allowed_tools", "the machine, which is one for all",
            "scheduled_tasks", "which job of the installation runs next, and which process has it");

    /** Every table and view of the schema, as PostgreSQL knows them; whoever adds one is tested here. */
    static Stream<String> allTables() {
        return new Raw(database.owner()).texts("""
                        select relname from pg_class
                        where relnamespace = 'cerniq'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
                        order by relname
                        """).stream();
    }

    static Stream<String> tenantTables() {
        return allTables().filter(table -> !OF_NOBODY.containsKey(table));
    }

    @Test
    void what_is_of_nobody_is_there_and_can_only_be_read() {
        var changeable =
                """
                select count(*) from pg_class
                where relnamespace = 'cerniq'::regnamespace
                    and relname in (%s)
                    and relname <> 'scheduled_tasks' -- whoever runs a job writes that it does
                    and (
                        has_table_privilege('cerniq_runtime', oid, 'insert, update, delete, truncate, references, trigger')
                        or exists (
                            select from pg_attribute a
                            where a.attrelid = pg_class.oid and a.attname = 'tenant_id'))
                """.formatted(OF_NOBODY.keySet().stream().map(Raw::quoted).collect(Collectors.joining(", ")));

        assertThat(allTables()).containsAll(OF_NOBODY.keySet());
        assertThat(owner.number(Optional.empty(), changeable)).isZero();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void a_tenant_sees_its_own_rows_and_no_others(String table) {
        var id = table.equals("tenants") ? "id" : "tenant_id";
        var all = owner.number(
                Optional.empty(), "select count(*) from cerniq." + table + " where " + id + " = '" + ours + "'");
        var mine = runtime.number(Optional.of(ours), "select count(*) from cerniq." + table);
        var strange = runtime.number(
                Optional.of(ours), "select count(*) from cerniq." + table + " where " + id + " <> '" + ours + "'");

        assertThat(mine).isPositive().isEqualTo(all);
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
