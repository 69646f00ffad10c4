insert into ${schema}.gold_products as p (
    tenant_id, sku, version, name, unit, price_list, currency, list_price, min_price, cost, vat_category, vat_percent
)
select
    t.id, o.sku, o.version, o.name, o.unit, o.price_list, o.currency, o.list_price, o.min_price, o.cost,
    o.vat_category, o.vat_percent
from ${schema}.tenants t
cross join jsonb_to_recordset(cast(:offerings as jsonb)) as o (
    sku text, version integer, name text, unit text, price_list text, currency text,
    list_price numeric, min_price numeric, cost numeric, vat_category text, vat_percent numeric
)
where t.id = :tenant
on conflict (tenant_id, sku) do update
set version = excluded.version,
    name = excluded.name,
    unit = excluded.unit,
    price_list = excluded.price_list,
    currency = excluded.currency,
    list_price = excluded.list_price,
    min_price = excluded.min_price,
    cost = excluded.cost,
    vat_category = excluded.vat_category,
    vat_percent = excluded.vat_percent,
    status = 'on_sale',
    updated_at = now()
returning p.sku
