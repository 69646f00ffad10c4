package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every guard refuses its bad row, by name; written past the domain, as the role that the program runs as. */
class GuardsIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static TenantId tenant;
    private static Raw runtime;

    /** In DISCOVERY with a quote of one line: 40 bags, list 250.00, 10 % off, 11 % VAT: 9,000.00 + 990.00. */
    private static UUID quoted;

    private static UUID invoiced;
    private static UUID dead;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        var store = storage.negotiations();
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
        quoted = Play.open(store, IDS, tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "10"))
                .deal()
                .id()
                .value();
        invoiced = Play.open(store, IDS, tenant)
                .toProformaSent()
                .toInvoiced()
                .deal()
                .id()
                .value();
        dead = Play.open(store, IDS, tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "10"))
                .to(NegotiationState.DEAD)
                .deal()
                .id()
                .value();
        runtime = new Raw(database.runtime());
    }

    static Stream<Arguments> badDeals() {
        return Stream.of(
                bad("the version grows by exactly one", "version = version + 2"),
                bad("the identity of a negotiation stays", "lead_id = gen_random_uuid()"),
                bad("the identity of a negotiation stays", "currency = 'EUR'"),
                bad("the identity of a negotiation stays", "created_at = now()"),
                bad("only a move changes where a deal stands", "round = 2"),
                bad("only a move changes where a deal stands", "previous_state = 'DEAD'"),
                bad("counters only grow", "quote_count = 0"),
                bad("gross is net plus VAT", "total_value = total_value + 0.01"),
                bad("nothing on the table is worth nothing", "quote_hash = null"),
                bad("a quote has both hashes", "quote_contents_hash = null"),
                bad("the deal shows its current quote", "net_value = 1, vat_value = 0, total_value = 1"),
                bad("the deal shows its current quote", "quote_hash = repeat('0', 64)"),
                bad("the deal shows its current quote", "quote_count = 2"),
                bad("paid is the sum of the payments", "paid_value = 1"),
                bad("the agent is off while a human holds the deal", "is_human_controlled = true"),
                bad("an agreement is complete", "agreement_at = now()"),
                bad("a proforma is complete", "proforma_ref = 'PF'"),
                bad("an acceptance is complete", "proforma_acceptance = 'yes'"),
                bad("only a proforma is accepted or rejected", "proforma_rejected_at = now()"),
                bad("an invoice is complete", "invoice_ref = 'F'"),
                bad("a storno needs an invoice", "storno_ref = 'S'"),
                bad("a session is complete", "mcp_session_id = 'm'"),
                bad("an address is complete", "client_city = null"),
                bad("percentages lie between 0 and 100", "close_probability = 100.01"),
                bad("percentages lie between 0 and 100", "max_discount_offered = -1"),
                bad("a sentiment lies between -1 and 1", "sentiment_score = 1.001"),
                bad("an engagement is not negative", "engagement_score = -1"),
                bad("a priority is LOW, MEDIUM, HIGH or URGENT", "priority = 'LATER'"),
                bad("each move has one history row", Raw.move("DISCOVERY", "PROPOSAL")),
                bad("only legal moves", Raw.move("DISCOVERY", "CLOSING")),
                bad("a proforma stands behind PROFORMA_SENT and later", Raw.move("DISCOVERY", "PROFORMA_SENT")));
    }

    private static Arguments bad(String sentence, String assignments) {
        return Arguments.of(sentence, assignments);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badDeals")
    void a_deal_is_never_changed_to_what_it_cannot_be(String sentence, String assignments) {
        var change = Raw.change(tenant, quoted, assignments, "user", "");
        var statement =
                assignments.startsWith("version") ? change.replace("set version = version + 1, ", "set ") : change;

        assertThat(runtime.refusal(tenant, statement)).contains(sentence);
    }

    @Test
    void a_change_without_a_new_version_is_refused() {
        var statement = "update cerniq.gold_negotiations set notes = 'raw' where id = " + Raw.quoted(quoted);

        assertThat(runtime.refusal(tenant, statement)).contains("the version grows by exactly one");
    }

    @Test
    void a_move_that_hides_where_it_came_from_is_refused() {
        var statement = Raw.change(
                tenant,
                quoted,
                "current_state = 'PROPOSAL', state_changed_at = now()",
                "user",
                Raw.history("DISCOVERY", "PROPOSAL"));

        assertThat(runtime.refusal(tenant, statement))
                .get()
                .isIn("a move tells where it came from", "each history row has its move");
    }

    @Test
    void a_change_without_an_event_is_refused() {
        var statement = "update cerniq.gold_negotiations set version = version + 1, notes = 'raw' where id = "
                + Raw.quoted(quoted);

        assertThat(runtime.refusal(tenant, statement)).contains("each version has its events");
    }

    @Test
    void a_move_by_another_than_who_changed_the_deal_is_refused() {
        var history = Raw.history("DISCOVERY", "PROPOSAL")
                .replace("updated_by_type, id, 'raw', '{}'", "'system', id, 'raw', '{}'");

        var statement = Raw.change(tenant, quoted, Raw.move("DISCOVERY", "PROPOSAL"), "user", history);

        assertThat(runtime.refusal(tenant, statement))
                .get()
                .isIn("each move has one history row", "each history row has its move");
    }

    @Test
    void a_history_row_without_its_move_is_refused() {
        var statement = Raw.change(tenant, quoted, "notes = 'raw'", "user", Raw.history("DISCOVERY", "PROPOSAL"));

        assertThat(runtime.refusal(tenant, statement)).contains("each history row has its move");
    }

    static Stream<Arguments> badHistory() {
        return Stream.of(
                Arguments.of("a move is set off in one of four ways", "'user_action'", "'whim'"),
                Arguments.of("a deal is lost for one of six reasons", "null", "'BAD LUCK'"),
                Arguments.of("only a lost deal has a loss reason", "null", "'PRICE'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badHistory")
    void a_history_row_keeps_to_the_words_of_the_source(String sentence, String right, String wrong) {
        var history = Raw.history("DISCOVERY", "PROPOSAL").replace(right, wrong);

        var statement = Raw.change(tenant, quoted, Raw.move("DISCOVERY", "PROPOSAL"), "user", history);

        assertThat(runtime.refusal(tenant, statement)).contains(sentence);
    }

    @Test
    void a_second_history_row_for_one_version_is_refused() {
        var twice = Raw.history("DISCOVERY", "DEAD")
                .replace("from deal", "from (select * from deal union all select * from deal) deal");

        var statement = Raw.change(tenant, quoted, Raw.move("DISCOVERY", "DEAD"), "user", twice);

        assertThat(runtime.refusal(tenant, statement)).contains("negotiation_state_history_pkey");
    }

    @Test
    void history_cannot_hold_an_illegal_move_even_where_triggers_sleep() {
        var statement = "alter table cerniq.negotiation_state_history disable trigger user;"
                + Raw.change(tenant, quoted, "notes = 'raw'", "user", Raw.history("PAID", "DISCOVERY"));

        assertThat(new Raw(database.owner()).refusal(tenant, statement)).contains("history holds only legal moves");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid_value = invoice_gross - 0.01", "paid_value = invoice_gross, storno_ref = 'S'"})
    void a_deal_that_is_not_paid_in_full_is_not_paid(String money) {
        var statement = Raw.change(
                tenant,
                invoiced,
                Raw.move("INVOICED", "PAID") + ", " + money,
                "system",
                Raw.history("INVOICED", "PAID"));

        assertThat(runtime.refusal(tenant, statement)).contains("a paid deal is paid in full");
    }

    @Test
    void an_invoiced_deal_does_not_die_without_a_storno() {
        var statement =
                Raw.change(tenant, invoiced, Raw.move("INVOICED", "DEAD"), "system", Raw.history("INVOICED", "DEAD"));

        assertThat(runtime.refusal(tenant, statement)).contains("an invoiced deal dies only by a storno");
    }

    @Test
    void an_invoice_needs_an_accepted_proforma() {
        var statement =
                Raw.change(tenant, invoiced, "proforma_accepted_at = null, proforma_acceptance = null", "system", "");

        assertThat(runtime.refusal(tenant, statement))
                .contains("an accepted proforma and an invoice stand behind INVOICED");
    }

    @Test
    void a_resurrected_deal_brings_nothing_from_its_old_life() {
        var moved = "current_state = 'DISCOVERY', previous_state = 'DEAD', state_changed_at = now(), round = 2";

        var statement = Raw.change(tenant, dead, moved, "user", Raw.history("DEAD", "DISCOVERY"));

        assertThat(runtime.refusal(tenant, statement)).contains("a resurrected deal starts anew");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = 2",
                "current_state = 'PROPOSAL', previous_state = 'DISCOVERY'",
                "round = 2",
                "quote_count = 1",
                "paid_value = 5",
                "is_human_controlled = true, ai_enabled = false"
            })
    void a_negotiation_is_born_in_discovery_at_version_1(String otherwise) {
        assertThat(runtime.refusal(tenant, birth(otherwise)))
                .contains("a negotiation begins in DISCOVERY at version 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "held_until = now()",
                "held_reservations = array[gen_random_uuid()]",
                "sold_reservations = array[gen_random_uuid()]"
            })
    void a_negotiation_begins_with_nothing_held_or_sold(String otherwise) {
        assertThat(runtime.refusal(tenant, birth(otherwise)))
                .contains("a negotiation begins with nothing held or sold");
    }

    @Test
    void a_negotiation_is_born_with_an_event() {
        assertThat(runtime.refusal(tenant, birth("notes = null"))).contains("each version has its events");
    }

    @Test
    void a_lead_has_one_active_negotiation() {
        var other = "lead_id = (select lead_id from cerniq.gold_negotiations where id = " + Raw.quoted(quoted) + ")";

        assertThat(runtime.refusal(tenant, birth(other))).contains("a lead has one active negotiation");
    }

    /** A new row like that of the quoted deal, but fresh, and otherwise. */
    private static String birth(String otherwise) {
        return """
                create temporary table born on commit drop as
                    select * from cerniq.gold_negotiations where id = '%s';
                alter table born drop column requires_human_review;
                update born set id = gen_random_uuid(), lead_id = gen_random_uuid(), version = 1, quote_count = 0,
                    quote_hash = null, quote_contents_hash = null, net_value = 0, vat_value = 0, total_value = 0;
                update born set %s;
                do $$
                begin
                    execute (
                        select format('insert into cerniq.gold_negotiations (%%1$s) select %%1$s from born',
                            string_agg(quote_ident(attname), ', '))
                        from pg_attribute
                        where attrelid = 'born'::regclass and attnum > 0 and not attisdropped
                    );
                end
                $$;
                """.formatted(quoted, otherwise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"discount_manager_percent = 10", "discount_maximum_percent = 101"})
    void discount_limits_rise(String limit) {
        assertThat(runtime.refusal(tenant, "update cerniq.tenants set " + limit))
                .contains("discount limits rise from automatic to maximum");
    }
}
