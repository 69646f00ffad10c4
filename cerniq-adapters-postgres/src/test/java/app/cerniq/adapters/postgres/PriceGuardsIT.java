package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** I4 and I12 in the database: no price that nobody allowed, and totals that agree to the cent. */
class PriceGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final String APPROVAL = "00000000-0000-0000-0000-0000000000a1";

    private static PostgresStorage storage;
    private static Raw runtime;

    private TenantId tenant;
    private UUID deal;

    @BeforeAll
    static void start() {
        var database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        runtime = new Raw(database.runtime());
    }

    @BeforeEach
    void open() {
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
        deal = Play.open(storage.negotiations(), IDS, tenant).deal().id().value();
    }

    /** What a line of 10 units at list 100.00, floor 60.00, VAT 21 % becomes when it is right. */
    private record Line(String discount, String unitPrice, String total, String net, String vat, String approval) {}

    private static final Line RIGHT = new Line("15", "85", "850", "850", "178.5", "null");

    private String quoting(Line line) {
        return quoting(line, "50");
    }

    private String quoting(Line line, String cost) {
        return Raw.change(tenant, deal, """
                quote_count = quote_count + 1, quote_hash = repeat('a', 64), quote_contents_hash = repeat('b', 64),
                net_value = %s, vat_value = %s, total_value = %1$s + %2$s
                """.formatted(line.net, line.vat), "user", """
                , quoted as (
                    insert into cerniq.negotiation_quotes (
                        tenant_id, negotiation_id, quote_number, round, version, hash, contents_hash, reason, currency,
                        decimals, rounding, line_count, net_value, vat_value, total_value, created_by_type, created_by,
                        created_by_label, created_at
                    )
                    select tenant_id, id, quote_count, round, version, quote_hash, quote_contents_hash, 'raw', currency,
                        2, rounding, 1, net_value, vat_value, total_value, 'user', id, 'raw', now()
                    from deal
                ),
                lines as (
                    insert into cerniq.negotiation_items (
                        tenant_id, negotiation_id, quote_number, line_number, sku, offering_version, name, unit,
                        price_list, list_price, floor_price, cost, vat_category, vat_percent, quantity, discount_percent,
                        unit_price, line_total, line_hash, approval_id
                    )
                    select tenant_id, id, quote_count, 1, 'SKU', 1, 'Goods', 'buc', 'standard', 100, 60, %s, 'S', 21, 10,
                        %s, %s, %s, repeat('c', 64), %s
                    from deal
                )
                """.formatted(
                        cost, line.discount, line.unitPrice, line.total, line.approval));
    }

    private static String approving(String lines, String until) {
        return """
                , approved as (
                    insert into cerniq.discount_approvals (
                        tenant_id, negotiation_id, request_id, round, version, quote_hash, line_hashes, tier,
                        approved_by_type, approved_by, approved_by_label, approved_at, valid_until, comment
                    )
                    select tenant_id, id, '%s', round, version, repeat('a', 64), array[repeat('%s', 64)], 'MANAGER',
                        'user', id, 'raw', now() - interval '8 days', %s, ''
                    from deal
                )
                """.formatted(APPROVAL, lines, until);
    }

    static Stream<Arguments> badQuotes() {
        return Stream.of(
                Arguments.of(
                        "a price beyond the automatic limit has an approval",
                        new Line("15.01", "84.99", "849.90", "849.90", "178.48", "null")),
                Arguments.of(
                        "a price beyond the automatic limit has an approval",
                        new Line("20", "85", "850", "850", "178.5", "null")),
                Arguments.of(
                        "no discount above the maximum of the tenant",
                        new Line("40.01", "60", "600", "600", "126", "null")),
                Arguments.of(
                        "a unit price is the list price less its discount",
                        new Line("10", "89.99", "899.90", "899.90", "188.98", "null")),
                Arguments.of(
                        "a line total is quantity times unit price",
                        new Line("15", "85", "849.99", "849.99", "178.5", "null")),
                Arguments.of(
                        "lines, VAT groups and totals agree to the cent",
                        new Line("15", "85", "850", "850.01", "178.5", "null")),
                Arguments.of(
                        "lines, VAT groups and totals agree to the cent",
                        new Line("15", "85", "850", "850", "178.51", "null")),
                Arguments.of(
                        "a unit price is at most the list price",
                        new Line("0", "100.01", "1000.10", "1000.10", "210.02", "null")),
                Arguments.of(
                        "a discount lies between 0 and 100", new Line("-1", "100", "1000", "1000", "210", "null")));
    }

    @Test
    void a_quote_that_is_right_is_taken() {
        assertThat(runtime.refusal(tenant, quoting(RIGHT))).isEmpty();
    }

    @Test
    void where_the_cost_is_unknown_even_a_small_discount_needs_somebodys_word() {
        var small = new Line("1", "99", "990", "990", "207.9", "null");
        var none = new Line("0", "100", "1000", "1000", "210", "null");

        assertThat(runtime.refusal(tenant, quoting(small, "null")))
                .contains("a price beyond the automatic limit has an approval");
        assertThat(runtime.refusal(tenant, quoting(none, "null"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badQuotes")
    void a_quote_that_is_wrong_is_refused(String sentence, Line line) {
        assertThat(runtime.refusal(tenant, quoting(line))).contains(sentence);
    }

    @Test
    void a_price_below_the_floor_needs_an_approval_even_within_the_automatic_limit() {
        storage.tenants()
                .limitDiscounts(
                        tenant,
                        new DiscountLimits(Percentage.of("50"), Percentage.of("50"), Percentage.of("50"), false));

        var refusal =
                runtime.refusal(tenant, quoting(new Line("40.01", "59.99", "599.90", "599.90", "125.98", "null")));

        assertThat(refusal).contains("a price beyond the automatic limit has an approval");
    }

    @Test
    void a_price_trail_that_ends_elsewhere_is_refused() {
        var statement = quoting(RIGHT)
                .replace("line_hash, approval_id", "line_hash, approval_id, trail")
                .replace("repeat('c', 64), null", "repeat('c', 64), null, '[{\"unitPrice\": \"84\"}]'::jsonb");

        assertThat(runtime.refusal(tenant, statement)).contains("a price trail ends at the unit price");
    }

    private static final Line BY_MANAGER = new Line("25", "75", "750", "750", "157.5", "'" + APPROVAL + "'");

    @Test
    void an_approval_of_exactly_this_line_opens_the_way() {
        assertThat(runtime.refusal(tenant, approved("c", "now() + interval '1 day'")))
                .isEmpty();
    }

    @Test
    void an_approval_of_another_line_does_not() {
        assertThat(runtime.refusal(tenant, approved("d", "now() + interval '1 day'")))
                .contains("a price beyond the automatic limit has an approval");
    }

    @Test
    void an_approval_that_is_too_old_does_not() {
        assertThat(runtime.refusal(tenant, approved("c", "now() - interval '1 second'")))
                .contains("a price beyond the automatic limit has an approval");
    }

    @Test
    void an_approval_that_is_not_there_is_nothing_to_refer_to() {
        assertThat(runtime.refusal(tenant, quoting(BY_MANAGER)))
                .get()
                .isIn("a line refers to an approval of its deal", "a price beyond the automatic limit has an approval");
    }

    @Test
    void only_a_user_approves() {
        assertThat(runtime.refusal(
                        tenant,
                        approved("c", "now() + interval '1 day'")
                                .replace("'user', id, 'raw', now() -", "'ai_agent', id, 'raw', now() -")))
                .contains("only a user approves a discount");
    }

    private String approved(String lines, String until) {
        var statement = quoting(BY_MANAGER);
        var end = statement.lastIndexOf("select count(*) from deal");
        return statement.substring(0, end) + approving(lines, until) + statement.substring(end);
    }

    @Test
    void a_line_that_stands_keeps_its_price_when_the_limits_become_stricter() {
        var play = Play.open(storage.negotiations(), IDS, tenant).quote(Lines.of(Goods.WHEAT_SEED, "40", "14"));

        storage.tenants()
                .limitDiscounts(
                        tenant, new DiscountLimits(Percentage.of("5"), Percentage.of("6"), Percentage.of("7"), false));
        play.quote(Lines.of(Goods.WHEAT_SEED, "40", "14"), Lines.of(Goods.NOZZLE, "1", "0"));

        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void a_line_cannot_be_added_to_a_quote_that_stands() {
        runtime.run(tenant, quoting(RIGHT));

        var refusal = runtime.refusal(tenant, """
                insert into cerniq.negotiation_items (
                    tenant_id, negotiation_id, quote_number, line_number, sku, offering_version, name, unit, price_list,
                    list_price, floor_price, vat_category, vat_percent, quantity, discount_percent, unit_price,
                    line_total, line_hash
                )
                select tenant_id, negotiation_id, quote_number, 2, 'MORE', 1, name, unit, price_list, list_price,
                    floor_price, vat_category, vat_percent, quantity, discount_percent, unit_price, line_total, line_hash
                from cerniq.negotiation_items where negotiation_id = '%s'
                """.formatted(deal));

        assertThat(refusal).contains("a quote is complete from the start");
    }

    @Test
    void a_quote_without_its_lines_is_refused() {
        var statement = quoting(RIGHT);
        var lines = statement.substring(statement.indexOf(",\nlines as ("), statement.lastIndexOf("select count(*)"));

        assertThat(runtime.refusal(tenant, statement.replace(lines, "\n")))
                .contains("lines, VAT groups and totals agree to the cent");
    }

    @Test
    void a_request_that_was_decided_stays_decided() {
        runtime.run(tenant, """
                insert into cerniq.discount_requests (
                    tenant_id, negotiation_id, id, round, version, status, tier, quote_hash, lines, justification,
                    requested_by_type, requested_by, requested_by_label, requested_at, decide_by,
                    decided_version, decided_by_type, decided_by, decided_by_label, decided_at, decision_comment
                )
                values ('%s', '%s', '%3$s', 1, 1, 'rejected', 'MANAGER', '', '[1]', '', 'ai_agent', '%3$s', '', now(),
                    now(), 1, 'user', '%3$s', '', now(), '')
                """.formatted(tenant, deal, APPROVAL));

        assertThat(runtime.refusal(tenant, "update cerniq.discount_requests set status = 'approved'"))
                .isEqualTo(Optional.of("a decision on a request is final"));
    }
}
