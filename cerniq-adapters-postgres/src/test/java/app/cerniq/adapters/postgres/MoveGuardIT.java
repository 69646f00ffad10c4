package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.shared.Policies;
import app.cerniq.rules.DroolsPolicies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules and the database have the same table of moves, and the database keeps to it. */
class MoveGuardIT {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Policies POLICIES = DroolsPolicies.standard();
    private static final MoveMap MAP = POLICIES.moves().moves();

    /** Everything a proforma, an invoice and its payment leave in a row. */
    private static final String PROFORMA = "proforma_ref = 'PF', proforma_quote_hash = quote_hash,"
            + " proforma_sent_at = now(), proforma_expires_at = now() + interval '1 day'";

    private static final String ACCEPTED = PROFORMA + ", proforma_accepted_at = now(), proforma_acceptance = 'signed'";
    private static final String INVOICED =
            ACCEPTED + ", invoice_ref = 'F', invoice_issued_at = now(), invoice_gross = 10";

    private static TestDatabase database;
    private static Raw runtime;
    private static Raw unguarded;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        storage.tenants().setUp(TENANT, "A tenant");
        runtime = new Raw(database.runtime());
        unguarded = new Raw(database.unguarded());
    }

    static Stream<Arguments> everyPairAndActor() {
        return Arrays.stream(NegotiationState.values())
                .flatMap(from -> Arrays.stream(NegotiationState.values())
                        .filter(to -> from != to)
                        .flatMap(to -> Arrays.stream(ActorKind.values()).map(actor -> Arguments.of(from, to, actor))));
    }

    @ParameterizedTest(name = "{0} to {1} by {2}")
    @MethodSource("everyPairAndActor")
    void a_move_is_open_to_everybody_exactly_where_the_rules_have_it(
            NegotiationState from, NegotiationState to, ActorKind actor) {
        var move = MAP.between(from, to);
        var deal = standingIn(from, move.map(MoveMap.Move::conditions).orElse(Set.of()));

        var refusal = runtime.refusal(TENANT, moving(deal, from, to, actor));

        // An illegal move fails at the first guard that sees it: its history, its documents, or itself.
        assertThat(refusal.isEmpty()).as("%s", refusal).isEqualTo(move.isPresent());
    }

    @ParameterizedTest(name = "{0} to {1} by {2}")
    @MethodSource("everyPairAndActor")
    void while_a_human_holds_the_deal_no_agent_moves_it(NegotiationState from, NegotiationState to, ActorKind actor) {
        var move = MAP.between(from, to);
        if (move.isEmpty()) {
            return;
        }
        var deal = standingIn(from, move.get().conditions());
        superuser("update cerniq.gold_negotiations set ai_enabled = false, is_human_controlled = true where id = '"
                + deal + "'");

        var refusal = runtime.refusal(TENANT, moving(deal, from, to, actor));

        assertThat(refusal)
                .isEqualTo(
                        actor == ActorKind.AI_AGENT
                                ? Optional.of("no agent acts while a human holds the deal")
                                : Optional.empty());
    }

    static Stream<Arguments> everyCondition() {
        return MAP.moves().stream()
                .flatMap(move -> move.conditions().stream()
                        .filter(condition -> condition != MoveCondition.RESURRECTION)
                        .map(condition -> Arguments.of(move.from(), move.to(), condition)));
    }

    @ParameterizedTest(name = "{0} to {1} without {2}")
    @MethodSource("everyCondition")
    void a_move_without_one_of_its_conditions_is_refused(
            NegotiationState from, NegotiationState to, MoveCondition missing) {
        var others = new TreeSet<>(MAP.between(from, to).orElseThrow().conditions());
        others.remove(missing);
        var deal = standingIn(from, others);

        var refusal = runtime.refusal(TENANT, moving(deal, from, to, ActorKind.USER));

        assertThat(refusal).isPresent();
    }

    @Test
    void the_table_of_moves_is_the_one_of_the_rules() throws SQLException {
        var stored = superuserRows("""
                select from_state || ' ' || to_state || ' ' ||
                    (select coalesce(string_agg(c, ',' order by c), '') from unnest(requires_condition) c)
                from cerniq.fsm_valid_transitions
                """);

        var ruled = MAP.moves().stream()
                .map(move -> (move.from() + " " + move.to() + " "
                                + move.conditions().stream()
                                        .map(MoveCondition::word)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .strip())
                .toList();
        assertThat(stored).hasSize(17).containsExactlyInAnyOrderElementsOf(ruled);
    }

    @Test
    void the_table_of_tools_is_the_one_of_the_rules() throws SQLException {
        var stored = superuserRows("select state || ' ' || tool_name from cerniq.fsm_state_allowed_tools");

        var ruled = Arrays.stream(NegotiationState.values())
                .flatMap(state -> POLICIES.tools().allowedIn(state).stream()
                        .map(Tool::word)
                        .map(tool -> state + " " + tool))
                .toList();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(ruled);
    }

    private static String moving(UUID deal, NegotiationState from, NegotiationState to, ActorKind actor) {
        return Raw.change(
                TENANT, deal, Raw.move(from.name(), to.name()), actor.word(), Raw.history(from.name(), to.name()));
    }

    /** A deal that stands in a state with these conditions met, however it came there. */
    private static UUID standingIn(NegotiationState state, Set<MoveCondition> met) {
        var deal = UUID.randomUUID();
        superuser("""
                insert into cerniq.gold_negotiations (
                    tenant_id, id, version, lead_id, current_state, state_changed_at, round, currency, rounding,
                    quote_count, quote_hash, quote_contents_hash, net_value, vat_value, total_value, offer_count,
                    max_discount_offered, ai_enabled, paid_value, first_contact_at, last_activity_at, engagement_score,
                    sentiment_score, priority, is_human_controlled, tags, custom_fields, created_at, created_by,
                    created_by_type, created_by_label, updated_at, updated_by, updated_by_type, updated_by_label
                )
                values (
                    '%s', '%s', 7, gen_random_uuid(), 'DISCOVERY', now() - interval '1 day', 1, 'RON', 'HALF_UP',
                    1, 'hash', 'contents', 10, 0, 10, 0,
                    0, true, 0, now(), now(), 0,
                    0, 'LOW', false, '{}', '{}', now(), gen_random_uuid(),
                    'user', 'raw', now(), gen_random_uuid(), 'user', 'raw'
                )
                """.formatted(TENANT, deal));
        var facts = new ArrayList<String>();
        facts.add(documentsOf(state));
        met.forEach(condition -> facts.add(factsOf(condition)));
        for (var fact : facts) {
            superuser("update cerniq.gold_negotiations set " + fact + " where id = '" + deal + "'");
        }
        superuser("update cerniq.gold_negotiations set current_state = '" + state
                + "', previous_state = 'DISCOVERY' where id = '" + deal + "'");
        return deal;
    }

    /** What the row checks ask of a state, and nothing more. */
    private static String documentsOf(NegotiationState state) {
        return switch (state) {
            case PROFORMA_SENT -> PROFORMA;
            case INVOICED -> INVOICED;
            case PAID -> INVOICED + ", paid_value = 10";
            default -> "version = version";
        };
    }

    private static String factsOf(MoveCondition condition) {
        return switch (condition) {
            case PRODUCT_CONFIRMED -> "confirmed_contents_hash = quote_contents_hash";
            case AGREEMENT_REACHED ->
                "agreement_quote_hash = quote_hash, agreement_at = now(), agreement_evidence = 'yes'";
            case PROFORMA_CREATED -> PROFORMA;
            case PROFORMA_ACCEPTED -> ACCEPTED;
            case INVOICE_ISSUED -> "invoice_ref = 'F', invoice_issued_at = now(), invoice_gross = 10";
            case PROFORMA_REJECTED -> "proforma_rejected_at = now()";
            case PROFORMA_EXPIRED -> "proforma_expires_at = now() - interval '1 second'";
            case PAYMENT_CONFIRMED -> "paid_value = 10";
            case PAYMENT_FAILED -> "storno_ref = 'S'";
            case RESURRECTION -> "version = version";
        };
    }

    private static void superuser(String sql) {
        unguarded.run(TENANT, sql);
    }

    private static List<String> superuserRows(String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1).strip());
            }
        }
        return rows;
    }
}
