update ${schema}.stock_inventory i
set safety_stock = ?,
    low_stock_threshold = ?,
    reorder_point = ?,
    reorder_quantity = ?,
    incoming_quantity = ?,
    next_restock_date = ?,
    updated_at = ?
from ${schema}.gold_products p
join ${schema}.stock_locations l on l.tenant_id = p.tenant_id
where i.tenant_id = ?
    and i.sku = ?
    and i.location = ?
    and p.tenant_id = i.tenant_id
    and p.sku = i.sku
    and p.unit = ?
    and p.track_inventory
    and p.archived_at is null
    and l.code = i.location
    and l.archived_at is null
returning
    i.sku, i.location, i.unit, i.total_quantity, i.reserved_quantity, i.safety_stock, i.low_stock_threshold,
    i.reorder_point, i.reorder_quantity, i.incoming_quantity, i.next_restock_date, i.changed_since_sync
