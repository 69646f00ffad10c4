select
    i.sku, i.location, i.unit, i.total_quantity, i.reserved_quantity,
    greatest(coalesce(m.on_hand, 0), 0) as on_hand_moved,
    greatest(coalesce(m.reserved, 0), 0) as reserved_moved,
    coalesce(r.held, 0) as held
from ${schema}.stock_inventory i
left join (
    select sku, location, sum(on_hand_change) as on_hand, sum(reserved_change) as reserved
    from ${schema}.stock_movements
    where tenant_id = :tenant
    group by sku, location
) m on m.sku = i.sku and m.location = i.location
left join (
    select sku, location, sum(quantity) as held
    from ${schema}.stock_reservations
    where tenant_id = :tenant and status = 'ACTIVE'
    group by sku, location
) r on r.sku = i.sku and r.location = i.location
where i.tenant_id = :tenant
    and (
        i.total_quantity <> coalesce(m.on_hand, 0)
        or i.reserved_quantity <> coalesce(m.reserved, 0)
        or i.reserved_quantity <> coalesce(r.held, 0)
    )
order by i.sku collate "C", i.location
