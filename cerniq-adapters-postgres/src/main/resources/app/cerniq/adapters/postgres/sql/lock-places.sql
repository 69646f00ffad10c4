-- The places that this change is about, locked in their order: after the deal, its key and its journal, so that they are
-- locked as late and as shortly as possible. Whatever is looked up here never changes once it was written.
named as (
    select r.sku, r.location
    from ${schema}.stock_reservations r
    where r.tenant_id = ? and r.negotiation_id = ? and r.id = any (?::uuid[])
    union
    select n.sku, n.location
    from unnest(?::text[], ?::text[]) as n (sku, location)
),
places as (
    select p.sku, p.location
    from (
        select sku, location
        from named
        where exists (select from told) and exists (select from remembered)
        order by sku, location
    ) n
    cross join lateral (
        select i.sku, i.location
        from ${schema}.stock_inventory i
        where i.tenant_id = ? and i.sku = n.sku and i.location = n.location
        for no key update
    ) p
),
due as (
    update ${schema}.stock_reservations r
    set status = 'EXPIRED',
        ended_at = ?
    from places p
    where r.tenant_id = ?
        and r.sku = p.sku
        and r.location = p.location
        and r.status = 'ACTIVE'
        and r.expires_at <= ?
        and not (r.negotiation_id = ? and r.id = any (?::uuid[]))
    returning r.negotiation_id, r.id, r.sku, r.location, r.quantity
),
due_moves as (
    select
        1 as turn, sku, location, 'RELEASE' as movement_type, 0.000 as on_hand, -quantity as reserved, negotiation_id, id,
        'EXPIRED' as reason
    from due
)
