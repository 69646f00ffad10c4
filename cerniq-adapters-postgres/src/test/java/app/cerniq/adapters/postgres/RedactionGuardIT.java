package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.time.CountedIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** History is redacted by an erasure, in its transaction, exactly as that says; whoever tries anything else is refused. */
class RedactionGuardIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final String STAYS = "what was written stays";

    private static TenantId tenant;
    private static Negotiation deal;
    private static Raw runtime;
    private static Raw owner;

    @BeforeAll
    static void start() {
        var database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        tenant = Stocked.tenant(storage, IDS);
        deal = MarkedLife.lost(storage.negotiations(), IDS, tenant);
        runtime = new Raw(database.runtime());
        owner = new Raw(database.owner());
    }

    @Test
    void without_its_event_there_is_no_erasure() {
        assertThat(runtime.refusal(tenant, erase(deal.version()))).contains("a person is erased by an event");
    }

    @Test
    void nobody_is_erased_for_another_tenant() {
        var stranger = new TenantId(IDS.next());

        assertThat(runtime.refusal(stranger, erased() + erase(deal.version() + 1)))
                .isPresent();
        assertThat(owner.refusal(stranger, erased(tenant) + erase(deal.version() + 1)))
                .contains("a person is erased by an event");
    }

    @Test
    void with_its_event_it_goes_through_and_so_does_the_same_redaction_by_hand() {
        assertThat(runtime.refusal(tenant, erased() + erase(deal.version() + 1)))
                .isEmpty();
        assertThat(owner.refusal(
                        tenant,
                        recorded() + "update cerniq.negotiation_offers set note = '[erased]' where " + ofDeal()))
                .isEmpty();
    }

    @Test
    void an_erasure_lets_nothing_else_be_rewritten() {
        assertThat(owner.refusal(
                        tenant, recorded() + "update cerniq.negotiation_offers set note = 'another' where " + ofDeal()))
                .contains(STAYS);
        assertThat(owner.refusal(
                        tenant,
                        recorded() + "update cerniq.negotiation_offers set note = '[erased]', side = 'SELLER' where "
                                + ofDeal()))
                .contains(STAYS);
        assertThat(owner.refusal(
                        tenant,
                        recorded()
                                + "update cerniq.domain_events set payload = '{}' where stream_id = '"
                                + deal.id().value() + "'"))
                .contains(STAYS);
        assertThat(owner.refusal(tenant, recorded() + "delete from cerniq.negotiation_offers where " + ofDeal()))
                .contains(STAYS);
    }

    @Test
    void without_an_erasure_not_even_a_redaction_is_let_through() {
        assertThat(owner.refusal(tenant, "update cerniq.negotiation_offers set note = '[erased]' where " + ofDeal()))
                .contains(STAYS);
    }

    @Test
    void the_program_cannot_write_into_the_books_of_erasures() {
        assertThat(runtime.refusal(tenant, recorded())).contains("42501");
    }

    /** The change that says that the person was erased. */
    private static String erased() {
        return erased(tenant);
    }

    private static String erased(TenantId of) {
        return Raw.change(of, deal.id().value(), "last_activity_at = now()", "user", "")
                        .replace("'raw', '{}'", "'negotiation.person.erased', '{\"kept\": []}'")
                + ";\n";
    }

    /** The row of the books alone, as nobody but the owner could write it. */
    private static String recorded() {
        return """
                insert into cerniq.privacy_erasures (
                    tenant_id, negotiation_id, version, request_key, reason, kept_versions, erased_by_type, erased_by,
                    erased_by_label, erased_at
                )
                values ('%s', '%s', 1, 'key', 'reason', '{}', 'user', gen_random_uuid(), 'owner', now());
                """.formatted(tenant, deal.id().value());
    }

    private static String erase(long version) {
        return "select cerniq.erase_person('%s', %s, 'key', 'reason', null, null)"
                .formatted(deal.id().value(), version);
    }

    private static String ofDeal() {
        return "negotiation_id = '" + deal.id().value() + "'";
    }
}
