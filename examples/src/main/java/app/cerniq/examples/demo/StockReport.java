package app.cerniq.examples.demo;

import app.cerniq.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.Optional;

/** Asks the database whether the promises about the goods were kept. */
final class StockReport {

    private static final String PLACES = "select count(*) from ${schema}.stock_inventory";
    private static final String PLACES_PROMISED_TOO_OFTEN = """
            select count(*)
            from ${schema}.stock_inventory as place
            left join (
                select sku, location, sum(quantity) as quantity
                from ${schema}.stock_reservations
                where status = 'ACTIVE'
                group by sku, location
            ) as held on held.sku = place.sku and held.location = place.location
            where coalesce(held.quantity, 0) <> place.reserved_quantity
                or coalesce(held.quantity, 0) > greatest(place.total_quantity - place.safety_stock, 0)
            """;
    private static final String HOLDS = """
            select count(distinct negotiation_id)
            from ${schema}.stock_reservations
            where status = 'ACTIVE'
            """;
    private static final String HOLDS_THAT_ARE_NOT_THE_QUOTE = """
            select count(*)
            from (
                select negotiation_id, sku, sum(quantity) as quantity
                from ${schema}.stock_reservations
                where status = 'ACTIVE'
                group by negotiation_id, sku
            ) as held
            full join (
                select line.negotiation_id, line.sku, line.quantity
                from ${schema}.negotiation_items as line
                join ${schema}.gold_negotiations as deal
                    on deal.id = line.negotiation_id and deal.quote_count = line.quote_number
                where exists (
                    select 1
                    from ${schema}.stock_reservations as held
                    where held.negotiation_id = deal.id and held.status = 'ACTIVE'
                )
            ) as quoted on quoted.negotiation_id = held.negotiation_id and quoted.sku = held.sku
            where held.quantity is distinct from quoted.quantity
            """;
    private static final String MOVEMENTS = "select count(*) from ${schema}.stock_movements";
    private static final String TOTALS_THAT_ARE_NOT_THE_LEDGER = """
            select count(*)
            from ${schema}.stock_inventory as place
            cross join lateral (
                select coalesce(sum(on_hand_change), 0) as total,
                    coalesce(sum(reserved_change), 0) as reserved,
                    count(*) as movements,
                    coalesce(max(movement_number), 0) as last_number
                from ${schema}.stock_movements as movement
                where movement.sku = place.sku and movement.location = place.location
            ) as replayed
            where (place.total_quantity, place.reserved_quantity, place.movements, place.movements)
                is distinct from (replayed.total, replayed.reserved, replayed.movements, replayed.last_number)
            """;
    private static final String STEPS_THAT_DO_NOT_FOLLOW = """
            select count(*)
            from (
                select on_hand_after, reserved_after,
                    sum(on_hand_change) over so_far as on_hand,
                    sum(reserved_change) over so_far as reserved
                from ${schema}.stock_movements
                window so_far as (partition by sku, location order by movement_number)
            ) as step
            where (on_hand_after, reserved_after) is distinct from (on_hand, reserved)
            """;
    private static final String OVERSELL =
            "update ${schema}.stock_inventory set reserved_quantity = total_quantity + 1";
    private static final String FIND_MORE = "update ${schema}.stock_inventory set total_quantity = total_quantity + 1";
    private static final String REWRITE_LEDGER = "update ${schema}.stock_movements set on_hand_change = 0";
    private static final String FORGET_LEDGER = "delete from ${schema}.stock_movements";

    private final Verdict verdict;

    StockReport(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Checks and prints each promise. */
    void check(TenantId tenant) throws SQLException {
        var us = Optional.of(tenant);
        var places = verdict.count(us, PLACES);
        verdict.check(
                places > 0 && verdict.none(us, PLACES_PROMISED_TOO_OFTEN),
                "I1   no place has more held than it has",
                places + " places");
        var holds = verdict.count(us, HOLDS);
        verdict.check(
                holds > 0 && verdict.none(us, HOLDS_THAT_ARE_NOT_THE_QUOTE),
                "I2   what is held is what is quoted",
                holds + " deals hold goods");
        var movements = verdict.count(us, MOVEMENTS);
        verdict.check(
                movements > 0
                        && verdict.none(us, TOTALS_THAT_ARE_NOT_THE_LEDGER)
                        && verdict.none(us, STEPS_THAT_DO_NOT_FOLLOW),
                "I14  replaying the ledger of every place gives its totals, at every step",
                movements + " movements");
        verdict.check(
                verdict.refuses(tenant, OVERSELL) && verdict.refuses(tenant, FIND_MORE),
                "I1   the database itself refuses to promise what is not there, and goods that no movement brought",
                "tried, and refused");
        verdict.check(
                verdict.refuses(tenant, REWRITE_LEDGER) && verdict.refuses(tenant, FORGET_LEDGER),
                "I14  the ledger cannot be changed or deleted",
                "tried, and refused");
    }
}
