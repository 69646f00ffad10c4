with added as (
    insert into ${schema}.tenant_variant_price (
        tenant_id, sku, price_list_code, number, amount, compare_at, floor_price, cost, valid_from, valid_until
    )
    select
        :tenant, g.sku, g.list, g.number, g.amount, g.compare_at, g.floor_price, g.cost, g.valid_from, g.valid_until
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        sku text, list text, number integer, amount numeric, compare_at numeric, floor_price numeric, cost numeric,
        valid_from timestamptz, valid_until timestamptz
    )
    on conflict (tenant_id, sku, price_list_code, number) do nothing
    returning number
)
select count(*) from added
