package app.cerniq.examples.demo;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Negotiations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks the database whether every promise was kept. */
final class InvariantReport {

    private static final String MOVES = "select count(*) from ${schema}.negotiation_state_history";
    private static final String MOVES_OUT_OF_ORDER = """
            select count(*)
            from (
                select from_state,
                    lag(to_state, 1, 'DISCOVERY') over (partition by negotiation_id order by version) as came_from
                from ${schema}.negotiation_state_history
            ) as moves
            where from_state <> came_from
            """;
    private static final String MOVES_THAT_ARE_NOT_LEGAL = """
            select count(*)
            from ${schema}.negotiation_state_history as history
            where not exists (
                select 1
                from ${schema}.fsm_valid_transitions as legal
                where legal.from_state = history.from_state and legal.to_state = history.to_state
            )
            """;
    private static final String MOVES_WITHOUT_THEIR_EVENT = """
            select count(*)
            from ${schema}.negotiation_state_history as history
            full join (
                select stream_id, version, count(*) as times
                from ${schema}.domain_events
                where type = 'negotiation.state.changed'
                group by stream_id, version
            ) as events on events.stream_id = history.negotiation_id and events.version = history.version
            where history.version is null or events.times is distinct from 1
            """;
    private static final String LINES = "select count(*) from ${schema}.negotiation_items";
    private static final String LINES_NOBODY_APPROVED = """
            select count(*)
            from ${schema}.negotiation_items as line
            join ${schema}.tenants as tenant on tenant.id = line.tenant_id
            where (line.discount_percent > tenant.discount_automatic_percent or line.unit_price < line.floor_price)
                and not exists (
                    select 1
                    from ${schema}.discount_approvals as approval
                    where approval.negotiation_id = line.negotiation_id
                        and line.line_hash = any (approval.line_hashes)
                )
            """;
    private static final String QUOTES = "select count(*) from ${schema}.negotiation_quotes";
    private static final String QUOTES_THAT_DO_NOT_ADD_UP = """
            select count(*)
            from ${schema}.negotiation_quotes as quote
            cross join lateral (
                select coalesce(sum(net), 0) as net,
                    coalesce(sum(round(net * vat_percent / 100, quote.decimals)), 0) as vat
                from (
                    select sum(round(line.quantity * line.unit_price, quote.decimals)) as net, line.vat_percent
                    from ${schema}.negotiation_items as line
                    where line.negotiation_id = quote.negotiation_id and line.quote_number = quote.quote_number
                    group by line.vat_category, line.vat_percent
                ) as vat_group
            ) as computed
            where (quote.net_value, quote.vat_value, quote.total_value)
                is distinct from (computed.net, computed.vat, computed.net + computed.vat)
            """;
    private static final String CHANGES = "select count(distinct (stream_id, version)) from ${schema}.domain_events";
    private static final String KEYS = "select count(*) from ${schema}.idempotency_keys where about = 'negotiation'";
    private static final String EVENTS = "select count(*) from ${schema}.domain_events";
    private static final String EVENTS_NOBODY_IS_TOLD = """
            select count(*)
            from ${schema}.domain_events as event
            where event.type in (
                    'negotiation.created', 'negotiation.quote.revised', 'negotiation.state.changed', 'discount.requested',
                    'discount.approved', 'discount.rejected', 'proforma.issued', 'invoice.issued', 'payment.received',
                    'stock.reserved', 'stock.released', 'stock.sold'
                )
                and not exists (
                    select 1
                    from ${schema}.outbox
                    where outbox.stream = 'negotiation/' || event.stream_id and outbox.position = event.version
                )
            """;
    private static final String INVOICES_TOO_MANY = """
            select count(*)
            from (
                select 1
                from ${schema}.domain_events
                where type = 'invoice.issued'
                group by stream_id
                having count(*) > 1
            ) as negotiations
            """;
    private static final String DEALS = "select count(*) from ${schema}.gold_negotiations";
    private static final String REWRITE_HISTORY =
            "update ${schema}.negotiation_state_history set transition_reason = 'rewritten'";
    private static final String FORGET_EVENTS = "delete from ${schema}.domain_events";
    private static final String JUMP =
            "update ${schema}.gold_negotiations set current_state = 'PAID', version = version + 1";

    private final Verdict verdict;
    private final Negotiations negotiations;

    InvariantReport(Verdict verdict, Negotiations negotiations) {
        this.verdict = verdict;
        this.negotiations = negotiations;
    }

    /** Checks and prints each promise. */
    void check(TenantId tenant, TenantId stranger, List<NegotiationId> deals) throws SQLException {
        var us = Optional.of(tenant);
        var moves = verdict.count(us, MOVES);
        verdict.check(
                moves > 0
                        && verdict.none(us, MOVES_OUT_OF_ORDER)
                        && verdict.none(us, MOVES_THAT_ARE_NOT_LEGAL)
                        && verdict.none(us, MOVES_WITHOUT_THEIR_EVENT),
                "I3   only legal moves, each with exactly one row of history",
                moves + " moves");
        var lines = verdict.count(us, LINES);
        verdict.check(
                lines > 0 && verdict.none(us, LINES_NOBODY_APPROVED),
                "I4   no price below the floor and no discount above the limit without an approval",
                lines + " quoted lines");
        var changes = verdict.count(us, CHANGES);
        verdict.check(
                changes > 0 && changes == verdict.count(us, KEYS),
                "I7   one effect per idempotency key",
                changes + " commands");
        verdict.check(
                verdict.none(us, EVENTS_NOBODY_IS_TOLD),
                "I8   every promised event waits in the outbox",
                verdict.count(us, EVENTS) + " events");
        verdict.check(
                verdict.none(us, INVOICES_TOO_MANY), "I9   at most one invoice per deal", deals.size() + " deals");
        verdict.check(
                verdict.none(Optional.empty(), DEALS)
                        && verdict.none(Optional.of(stranger), DEALS)
                        && verdict.count(us, DEALS) > 0,
                "I11  no row is visible without its tenant, or to another",
                "row security forced");
        var quotes = verdict.count(us, QUOTES);
        verdict.check(
                quotes > 0 && verdict.none(us, QUOTES_THAT_DO_NOT_ADD_UP),
                "I12  lines, VAT groups and totals agree to the ban",
                quotes + " quote versions");
        verdict.check(
                deals.stream().allMatch(this::foldsToItself),
                "I14  folding a deal's events gives its stored state",
                deals.size() + " deals");
        verdict.check(
                verdict.refuses(tenant, REWRITE_HISTORY) && verdict.refuses(tenant, FORGET_EVENTS),
                "I14  history and events cannot be changed or deleted",
                "tried, and refused by the database");
        verdict.check(
                verdict.refuses(tenant, JUMP),
                "I3   the database itself refuses an illegal move",
                "tried, and refused");
    }

    private boolean foldsToItself(NegotiationId id) {
        var stored = negotiations.find(id).orElseThrow();
        return Negotiation.fold(negotiations.history(id)).equals(stored);
    }
}
