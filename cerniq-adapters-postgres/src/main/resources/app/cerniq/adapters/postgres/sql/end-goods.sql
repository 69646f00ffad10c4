ended as (
    update ${schema}.stock_reservations r
    set status = case when e.status = 'CANCELLED' and r.expires_at <= ? then 'EXPIRED' else e.status end,
        ended_at = ?,
        cancelled_reason = case when e.status = 'CANCELLED' and r.expires_at > ? then e.reason end
    from unnest(?::uuid[], ?::text[], ?::text[]) as e (id, status, reason)
    cross join places p
    where r.tenant_id = ?
        and r.negotiation_id = ?
        and r.id = any (?::uuid[])
        and r.id = e.id
        and r.sku = p.sku
        and r.location = p.location
        and r.ended_at is null
    returning r.negotiation_id, r.id, r.sku, r.location, r.quantity, r.status, r.cancelled_reason
),
ended_moves as (
    select
        1 as turn, sku, location,
        case status when 'CONVERTED' then 'SALE' else 'RELEASE' end as movement_type,
        case status when 'CONVERTED' then -quantity else 0.000 end as on_hand,
        -quantity as reserved, negotiation_id, id,
        case status when 'CONVERTED' then '' when 'EXPIRED' then 'EXPIRED' else cancelled_reason end as reason
    from ended
)
