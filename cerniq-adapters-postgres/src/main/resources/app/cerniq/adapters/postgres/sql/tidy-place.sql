with who as (
    select
        ?::uuid as tenant_id, ?::text as actor_type, ?::uuid as actor_id, ?::text as actor_label, ?::timestamptz as at
),
places as (
    select i.sku, i.location, true as moves
    from ${schema}.stock_inventory i
    where i.tenant_id = ?
        and i.sku = ?
        and i.location = ?
        and exists (
            select from ${schema}.gold_products p
            join ${schema}.stock_locations l on l.tenant_id = p.tenant_id
            where p.tenant_id = i.tenant_id
                and p.sku = i.sku
                and p.unit = ?
                and p.track_inventory
                and p.archived_at is null
                and l.code = i.location
                and l.archived_at is null
        )
    for no key update of i
),
${end_due},
${move_goods}
select count(*) from due
