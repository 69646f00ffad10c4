package app.cerniq.examples.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I11 on PostgreSQL: nobody reaches another tenant, whatever ids they send through whichever door. */
class CrossTenantIT {

    private static PlayPostgres server;
    private static Installation installation;
    private static HikariDataSource owner;
    private static Crossing crossing;

    @BeforeAll
    static void start() {
        server = PlayPostgres.start();
        installation = Installation.made(server, "cerniq");
        owner = server.owner();
        crossing = new Crossing(installation.storage());
    }

    @AfterAll
    static void stop() throws IOException {
        owner.close();
        installation.close();
        server.close();
    }

    static Stream<Crossing.Door> doors() {
        return crossing.doors().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void no_door_leads_to_another_tenant(Crossing.Door door) throws SQLException {
        var before = content();

        crossing.through(door);

        assertThat(before).isNotEmpty();
        assertThat(content()).isEqualTo(before);
    }

    /** A hash of the victim's rows per table, as the owner of the schema sees them, whom row security does not bind. */
    private static Map<String, String> content() throws SQLException {
        var tables = pairs("""
                select distinct c.relname, '' from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'cerniq'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'tenant_id'
                """);
        return pairs(tables.keySet().stream()
                .map(table -> "select '%1$s', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                                .formatted(table)
                        + " from cerniq." + table + " t where tenant_id = '" + crossing.victim() + "'")
                .collect(Collectors.joining(" union all ")));
    }

    private static Map<String, String> pairs(String query) throws SQLException {
        var pairs = new TreeMap<String, String>();
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }
}
