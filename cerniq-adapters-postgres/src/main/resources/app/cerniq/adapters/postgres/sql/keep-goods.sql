kept as (
    update ${schema}.stock_reservations r
    set expires_at = ?
    from places p
    where r.tenant_id = ?
        and r.negotiation_id = ?
        and r.id = any (?::uuid[])
        and r.sku = p.sku
        and r.location = p.location
        and r.ended_at is null
    returning r.id
)
