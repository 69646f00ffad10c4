package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.WholeLife;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How a host installs the store, and how the store says no to a host that got it wrong. */
class InstallationIT {

    private static final CountedIds IDS = new CountedIds(1);

    @Test
    void a_database_without_the_schema_is_told_what_to_do() {
        var storage = PostgresStorage.on(role(TestDatabase.empty(), "pg_monitor"));

        assertThatThrownBy(storage::validate)
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("is not there")
                .hasMessageContaining("version " + Migrations.VERSION + " is expected")
                .hasMessageContaining("migrate");
    }

    @Test
    void a_schema_of_another_version_is_refused_by_both_numbers() throws SQLException {
        var database = TestDatabase.migrated();
        execute(database.owner(), "insert into cerniq.schema_version (version) values (99)");

        assertThatThrownBy(() ->
                        PostgresStorage.on(database.plainRuntime()).tenants().discountLimits(new TenantId(IDS.next())))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("at version 99")
                .hasMessageContaining("version " + Migrations.VERSION + " is expected");
    }

    @Test
    void a_superuser_is_refused_and_told_who_to_be() {
        var storage = PostgresStorage.on(TestDatabase.migrated().owner());

        assertThatThrownBy(() -> storage.tenants().setUp(new TenantId(IDS.next()), "A tenant"))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("Role postgres is a superuser")
                .hasMessageContaining("-c role=cerniq_runtime");
    }

    @Test
    void a_role_that_bypasses_row_security_is_refused() throws SQLException {
        var database = TestDatabase.migrated();
        execute(
                database.owner(),
                "drop role if exists sneaky; create role sneaky bypassrls; grant cerniq_runtime to sneaky");

        assertThatThrownBy(PostgresStorage.on(role(database, "sneaky"))::validate)
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("Role sneaky");
    }

    @Test
    void a_role_without_rights_is_told_so() throws SQLException {
        var database = TestDatabase.migrated();

        assertThatThrownBy(PostgresStorage.on(role(database, "pg_monitor"))::validate)
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void a_role_of_the_host_that_was_granted_the_runtime_role_will_do() throws SQLException {
        var database = TestDatabase.migrated();
        execute(database.owner(), "drop role if exists shop; create role shop; grant cerniq_runtime to shop");
        var storage = PostgresStorage.on(role(database, "shop"));
        var tenant = Stocked.tenant(storage, IDS);

        WholeLife.allEvents(storage.negotiations(), IDS, tenant);
    }

    @Test
    void an_unreachable_database_is_named_without_its_password() {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:1/shop?user=me&password=s3cret&connectTimeout=1");

        assertThatThrownBy(PostgresStorage.on(source)::validate)
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("localhost:1")
                .hasMessageContaining("shop")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("s3cret"));
    }

    @Test
    void migrating_twice_changes_nothing() {
        var database = TestDatabase.migrated();
        var before = shape(database, "cerniq");

        PostgresStorage.on(database.owner()).migrate(database.owner());

        assertThat(shape(database, "cerniq")).isEqualTo(before);
    }

    @Test
    void the_printed_script_makes_the_same_schema_and_the_program_takes_it_over() throws SQLException {
        var migrated = TestDatabase.migrated();
        var printed = TestDatabase.empty();

        execute(printed.owner(), PostgresStorage.on(printed.owner()).ddl());

        PostgresStorage.on(printed.plainRuntime()).validate();
        var ours = shape(migrated, "cerniq");
        assertThat(shape(printed, "cerniq")).isNotEmpty().isEqualTo(ours);
        PostgresStorage.on(printed.owner()).migrate(printed.owner());
        assertThat(shape(printed, "cerniq")).isEqualTo(ours);
    }

    @Test
    void the_schema_and_the_role_have_the_names_that_the_host_likes() {
        var database = TestDatabase.empty();
        var storage = PostgresStorage.builder(database.owner())
                .schema("deals_2")
                .runtimeRole("deals_2_program")
                .build();
        storage.migrate(database.owner());

        var named = PostgresStorage.builder(role(database, "deals_2_program"))
                .schema("deals_2")
                .runtimeRole("deals_2_program")
                .build();
        var tenant = Stocked.tenant(named, IDS);
        WholeLife.allEvents(named.negotiations(), IDS, tenant);

        assertThat(new Raw(database.owner())
                        .number(
                                Optional.empty(),
                                "select count(*) from pg_namespace where nspname in ('cerniq', 'deals_2')"))
                .isOne();
    }

    @Test
    void an_owner_need_not_be_a_superuser() throws SQLException {
        var database = TestDatabase.empty();
        execute(database.owner(), """
                drop role if exists keeper;
                create role keeper createrole;
                do $$ begin execute format('grant create on database %I to keeper', current_database()); end $$
                """);
        var storage = PostgresStorage.builder(role(database, "keepers_program"))
                .runtimeRole("keepers_program")
                .build();

        storage.migrate(role(database, "keeper"));

        storage.validate();
        var tenant = Stocked.tenant(storage, IDS);
        WholeLife.allEvents(storage.negotiations(), IDS, tenant);
        assertThat(storage.tenants().page(Optional.empty(), 10)).containsExactly(tenant);
        var play = Play.open(storage.negotiations(), IDS, tenant);
        var used = play.decide(People.AGENT, it -> stamp -> it.handling(stamp).useSession("mcp-1"));
        var soon = Optional.of(new Deadline(DealTimer.STALLED, play.now()));
        play.keep(used, Play.commitOf(used, IDS, new IdempotencyKey("soon"), soon));
        assertThat(storage.deadlines().tenantsWithDueDeals(play.now(), Optional.empty(), 10))
                .containsExactly(tenant);
    }

    @Test
    void a_schema_name_is_a_name_and_nothing_else() {
        assertThatThrownBy(() -> PostgresStorage.builder(new PGSimpleDataSource())
                        .schema("cerniq; drop table")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower-case letters");
    }

    @Test
    void every_script_is_in_the_printed_one() {
        var ddl = PostgresStorage.on(new PGSimpleDataSource()).ddl();

        assertThat(ddl).doesNotContain("${").contains("schema_version (version) values (" + Migrations.VERSION + ")");
    }

    private static DataSource role(TestDatabase database, String role) {
        var source = database.owner();
        source.setOptions("-c role=" + role);
        return source;
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Columns, constraints, triggers, functions, policies and grants of a schema, but Flyway's own table. */
    private static List<String> shape(TestDatabase database, String schema) {
        var rows = new ArrayList<String>();
        try (var connection = database.owner().getConnection();
                var statement =
                        connection.prepareStatement(Sql.read("shape.sql").replace("${schema}", schema));
                var result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return rows;
    }
}
