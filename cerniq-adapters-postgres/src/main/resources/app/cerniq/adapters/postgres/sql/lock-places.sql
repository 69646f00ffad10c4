who as (
    select
        tenant_id, updated_by_type as actor_type, updated_by as actor_id, updated_by_label as actor_label,
        updated_at as at
    from deal
),
-- The places that this change is about, locked in their order: after the deal, its key and its journal, so that they are
-- locked as late and as shortly as possible. What is looked up here never changes once it was written.
named as (
    select r.sku, r.location, r.id <> all (?::uuid[]) as moves
    from ${schema}.stock_reservations r
    where r.tenant_id = ? and r.negotiation_id = ? and r.id = any (?::uuid[])
    union all
    select n.sku, n.location, true
    from unnest(?::text[], ?::text[]) as n (sku, location)
),
places as (
    select p.sku, p.location, n.moves
    from (
        select sku, location, bool_or(moves) as moves
        from named
        where ${written} and exists (select from remembered)
        group by sku, location
        order by sku, location
    ) n
    cross join lateral (
        select i.sku, i.location
        from ${schema}.stock_inventory i
        where i.tenant_id = ? and i.sku = n.sku and i.location = n.location
        for no key update
    ) p
)
