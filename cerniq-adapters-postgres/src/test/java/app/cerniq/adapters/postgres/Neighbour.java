package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.time.CountedIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The second tenant of every integration test: busy, with rows in every table, and untouched by whatever a test does to
 * others. Every row of it is compared after each test with what it was when the neighbour moved in (I11).
 *
 * <p>JUnit finds it by itself ({@code META-INF/services}), so that no test can forget it.
 */
public final class Neighbour implements AfterEachCallback, AfterAllCallback {

    static final TenantId TENANT = new TenantId(new CountedIds(0x4E).next());

    /** What a test of all tenants may change in the neighbour's rows, and why. */
    private static final Map<String, String> MAY_CHANGE =
            Map.of("outbox", "a dispatcher serves every tenant, and notes in the row that it did");

    private static final CountedIds IDS = new CountedIds(0x4F);
    private static final List<TestDatabase> HOMES = new CopyOnWriteArrayList<>();
    private static final AtomicReference<Map<String, String>> AT_FIRST = new AtomicReference<>(Map.of());

    /** Fills a database with a neighbour, of which every other one is a copy. */
    static void settlesIn(TestDatabase database) {
        var storage = PostgresStorage.on(database.plainRuntime());
        Stocked.busy(storage, IDS, TENANT);
        AT_FIRST.set(contentOf(database));
    }

    /** From now on the neighbour in this database is watched, until the class that made it is done. */
    static void movesInto(TestDatabase database) {
        HOMES.add(database);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (var home : HOMES) {
            assertThat(contentOf(home))
                    .as("what %s left of the neighbour", context.getDisplayName())
                    .isEqualTo(AT_FIRST.get());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        HOMES.clear();
    }

    /** A hash of the neighbour's rows per table. */
    private static Map<String, String> contentOf(TestDatabase home) {
        var parts = new ArrayList<String>();
        for (var table : tables(home)) {
            var tenant = table.equals("tenants") ? "id" : "tenant_id";
            parts.add(
                    "select '%1$s', count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from cerniq.%1$s t"
                                    .formatted(table)
                            + " where " + tenant + " = '" + TENANT + "'");
        }
        return new Raw(home.owner()).pairs(String.join(" union all ", parts));
    }

    private static Set<String> tables(TestDatabase home) {
        var all = new Raw(home.owner()).texts("""
                select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = to_regnamespace('cerniq') and c.relkind in ('r', 'p')
                    and (a.attname = 'tenant_id' or c.relname = 'tenants') and a.attnum > 0
                """);
        return all.stream().filter(table -> !MAY_CHANGE.containsKey(table)).collect(Collectors.toSet());
    }
}
