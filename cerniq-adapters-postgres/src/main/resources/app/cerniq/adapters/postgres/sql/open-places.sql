insert into ${schema}.stock_inventory (tenant_id, sku, location, unit, total_quantity)
select p.tenant_id, n.sku, n.location, p.unit, 0
from unnest(?::text[], ?::text[], ?::text[]) as n (sku, location, unit)
join ${schema}.gold_products p
    on p.tenant_id = ? and p.sku = n.sku and p.unit = n.unit and p.track_inventory and p.archived_at is null
join ${schema}.stock_locations l
    on l.tenant_id = p.tenant_id and l.code = n.location and l.archived_at is null
order by n.sku, n.location
on conflict (tenant_id, sku, location) do nothing
