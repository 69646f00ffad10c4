begun as (
    insert into ${schema}.stock_reservations (
        tenant_id, negotiation_id, id, negotiation_version, sku, location, quantity, status, reserved_at, expires_at,
        ended_at
    )
    select
        d.tenant_id, d.id, b.id, d.version, b.sku, b.location, b.quantity, b.status, d.updated_at,
        case b.status when 'ACTIVE' then ?::timestamptz else d.updated_at end,
        case b.status when 'ACTIVE' then null else d.updated_at end
    from deal d
    cross join unnest(?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::text[]) as b (id, sku, location, quantity, status)
    returning negotiation_id, id, sku, location, quantity, status
),
begun_moves as (
    select
        3 as turn, sku, location,
        case status when 'CONVERTED' then 'SALE' else 'RESERVATION' end as movement_type,
        case status when 'CONVERTED' then -quantity else 0.000 end as on_hand,
        case status when 'CONVERTED' then 0.000 else quantity end as reserved, negotiation_id, id,
        '' as reason
    from begun
)
