with who as (
    select
        ?::uuid as tenant_id, ?::text as actor_type, ?::uuid as actor_id, ?::text as actor_label, ?::timestamptz as at
),
oldest as (
    select r.ctid as row, r.sku, r.location
    from ${schema}.stock_reservations r
    where r.tenant_id = ? and r.status = 'ACTIVE' and r.ended_at is null and r.expires_at <= ?
    order by r.expires_at
    limit ?
),
-- A place that somebody else has locked is left alone: whoever has it ends what is due there, or the next sweep does.
places as (
    select p.sku, p.location
    from (
        select sku, location
        from oldest
        group by sku, location
        order by sku, location
    ) n
    cross join lateral (
        select i.sku, i.location
        from ${schema}.stock_inventory i
        where i.tenant_id = ? and i.sku = n.sku and i.location = n.location
        for no key update skip locked
    ) p
),
due as (
    update ${schema}.stock_reservations r
    set status = 'EXPIRED',
        ended_at = ?
    where r.ctid = any (array(
            select o.row
            from oldest o
            join places p on p.sku = o.sku and p.location = o.location
        ))
        and r.ended_at is null -- said in a way that no index knows
        and r.expires_at <= ?
    returning r.negotiation_id, r.id, r.sku, r.location, r.quantity
),
due_moves as (
    select
        2 as turn, sku, location, 'RELEASE' as movement_type, 0.000 as on_hand, -quantity as reserved, negotiation_id, id,
        'EXPIRED' as reason
    from due
),
${move_goods}
select count(*) from due
