returned_moves as (
    select
        3 as turn, r.sku, r.location, 'RETURN' as movement_type, r.quantity as on_hand, 0.000 as reserved,
        r.negotiation_id, r.id, '' as reason
    from ${schema}.stock_reservations r
    where r.tenant_id = ? and r.negotiation_id = ? and r.id = any (?::uuid[]) and r.status = 'CONVERTED'
),
-- Goods that come back open their location again: an archived one is empty.
opened as (
    update ${schema}.stock_locations l
    set archived_at = null,
        updated_at = ?
    where l.tenant_id = ?
        and l.code in (select location from places)
        and l.archived_at is not null
)
