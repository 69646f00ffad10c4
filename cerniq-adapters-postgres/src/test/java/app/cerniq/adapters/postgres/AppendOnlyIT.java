package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.time.CountedIds;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I14: what was written stays as it was written, whoever asks, and a key has one effect. */
class AppendOnlyIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static TenantId tenant;
    private static Raw runtime;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        tenant = new TenantId(IDS.next());
        Stocked.busy(storage, IDS, tenant);
        runtime = new Raw(database.runtime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "negotiation_state_history",
                "negotiation_quotes",
                "negotiation_items",
                "negotiation_offers",
                "negotiation_payments",
                "discount_approvals",
                "domain_events",
                "policy_decisions",
                "idempotency_keys",
                "stock_movements",
                "stock_alerts",
                "price_rules",
                "privacy_erasures"
            })
    void what_was_written_stays_for_the_program_and_for_the_owner(String table) {
        var rewrite = "update cerniq." + table + " set tenant_id = tenant_id";
        var delete = "delete from cerniq." + table;
        var empty = "truncate cerniq." + table + " cascade";
        var noPrivilege = Optional.of("42501");

        assertThat(runtime.refusal(tenant, rewrite)).isEqualTo(noPrivilege);
        assertThat(runtime.refusal(tenant, delete)).isEqualTo(noPrivilege);
        assertThat(runtime.refusal(tenant, empty)).isEqualTo(noPrivilege);
        var owner = new Raw(database.owner());
        assertThat(owner.refusal(tenant, empty)).contains("what was written is not emptied");
        assertThat(owner.refusal(tenant, rewrite)).contains("what was written stays");
        assertThat(owner.refusal(tenant, delete)).contains("what was written stays");
    }

    @Test
    void a_negotiation_is_never_deleted() {
        var delete = "delete from cerniq.gold_negotiations";

        assertThat(runtime.refusal(tenant, delete)).contains("42501");
        assertThat(new Raw(database.owner()).refusal(tenant, delete)).contains("a negotiation is never deleted");
    }

    @Test
    void a_key_is_used_once() {
        var again = """
                insert into cerniq.idempotency_keys (tenant_id, key, fingerprint, receipt, created_at)
                select tenant_id, key, 'another', receipt, now() from cerniq.idempotency_keys
                """;

        assertThat(runtime.refusal(tenant, again)).contains("a key has one effect per tenant");
    }
}
