with who as (
    select
        ?::uuid as tenant_id, ?::text as actor_type, ?::uuid as actor_id, ?::text as actor_label, ?::timestamptz as at
),
steps as (
    select *
    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::numeric[])
        as s (sku, location, unit, movement_type, is_count, amount)
),
places as (
    select p.sku, p.location, p.total_quantity, n.movement_type, n.is_count, n.amount, true as moves
    from (
        select *
        from steps
        order by sku, location
    ) n
    cross join lateral (
        select i.sku, i.location, i.total_quantity
        from ${schema}.stock_inventory i
        where i.tenant_id = ? and i.sku = n.sku and i.location = n.location
        for no key update
    ) p
),
${end_due},
booked_moves as (
    select
        3 as turn, sku, location, movement_type,
        case when is_count then amount - total_quantity else amount end as on_hand,
        0.000 as reserved, null::uuid as negotiation_id, null::uuid as id, ?::text as reason
    from places
),
${move_goods},
levels as (
    select coalesce(
        jsonb_agg(
            jsonb_build_object(
                'sku', c.sku,
                'location', c.location,
                'unit', c.unit,
                'total_quantity', c.total_quantity,
                'reserved_quantity', c.reserved_quantity,
                'safety_stock', c.safety_stock,
                'low_stock_threshold', c.low_stock_threshold,
                'reorder_point', c.reorder_point,
                'reorder_quantity', c.reorder_quantity,
                'incoming_quantity', c.incoming_quantity,
                'next_restock_date', c.next_restock_date,
                'changed_since_sync', c.changed_since_sync
            )
            order by c.sku collate "C", c.location
        ),
        '[]'
    ) as levels
    from counted c
),
remembered as (
    insert into ${schema}.idempotency_keys (tenant_id, about, key, fingerprint, receipt, created_at)
    select w.tenant_id, 'booking', ?, ?, l.levels, w.at
    from levels l
    cross join who w
),
faults as (
    select ${schema}.refuse_because('what is booked can be booked', w.tenant_id::text)
    from who w
    where not exists (select from ${schema}.tenants t where t.id = ?)
        or exists (
            select from steps s
            where not exists (
                select from ${schema}.gold_products p
                join ${schema}.stock_locations l on l.tenant_id = p.tenant_id
                where p.tenant_id = ?
                    and p.sku = s.sku
                    and p.unit = s.unit
                    and p.track_inventory
                    and p.archived_at is null
                    and l.code = s.location
                    and l.archived_at is null
            )
        )
    union all
    select ${schema}.refuse_because('no more is carried away than can be promised', c.sku || ' at ' || c.location)
    from counted c
    where 'TRANSFER' = any (c.movement_types)
        and c.on_hand < 0
        and c.total_quantity - c.reserved_quantity - c.safety_stock < 0
)
select levels
from levels
where not exists (select from faults)
