ended as (
    update ${schema}.stock_reservations r
    set status = ?,
        ended_at = ?,
        cancelled_reason = ?
    from places p
    where r.tenant_id = ?
        and r.negotiation_id = ?
        and r.id = any (?::uuid[])
        and r.sku = p.sku
        and r.location = p.location
        and r.status = 'ACTIVE'
    returning r.negotiation_id, r.id, r.sku, r.location, r.quantity, r.status
),
ended_moves as (
    select
        1 as turn, sku, location,
        case status when 'CONVERTED' then 'SALE' else 'RELEASE' end as movement_type,
        case status when 'CONVERTED' then -quantity else 0.000 end as on_hand,
        -quantity as reserved, negotiation_id, id,
        ?::text as reason
    from ended
)
