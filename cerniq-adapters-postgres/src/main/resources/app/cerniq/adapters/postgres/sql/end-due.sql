-- The rows are found by their position, which no statistics can talk the server out of: what has not ended is said in a
-- way that no index knows. A row that was changed while its place was waited for is left to the next one who comes by.
overdue as (
    select r.row
    from places p
    cross join lateral (
        select o.ctid as row
        from ${schema}.stock_reservations o
        where p.moves
            and o.tenant_id = ?
            and o.sku = p.sku
            and o.location = p.location
            and o.status = 'ACTIVE'
            and o.expires_at <= ?
            and o.id <> all (?::uuid[])
        offset 0
    ) r
),
due as (
    update ${schema}.stock_reservations r
    set status = 'EXPIRED',
        ended_at = ?
    where r.ctid = any (array(select row from overdue)) and r.ended_at is null and r.expires_at <= ?
    returning r.negotiation_id, r.id, r.sku, r.location, r.quantity
),
due_moves as (
    select
        2 as turn, sku, location, 'RELEASE' as movement_type, 0.000 as on_hand, -quantity as reserved, negotiation_id, id,
        'EXPIRED' as reason
    from due
)
