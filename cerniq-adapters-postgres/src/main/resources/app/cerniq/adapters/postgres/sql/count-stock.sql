with counted as (
    select sku, unit, quantity
    from jsonb_to_recordset(cast(:counted as jsonb)) as c (sku text, unit text, quantity numeric)
),
missing as (
    select c.sku
    from counted c
    where not exists (
        select from ${schema}.gold_products p
        where p.tenant_id = :tenant and p.sku = c.sku and p.archived_at is null
    )
),
stored as (
    insert into ${schema}.stock_inventory (tenant_id, sku, unit, total_quantity)
    select :tenant, c.sku, c.unit, c.quantity
    from counted c
    where not exists (select from missing)
    on conflict (tenant_id, sku, warehouse_id) do update
    set unit = excluded.unit,
        total_quantity = excluded.total_quantity,
        updated_at = now()
)
select sku
from missing
order by sku
