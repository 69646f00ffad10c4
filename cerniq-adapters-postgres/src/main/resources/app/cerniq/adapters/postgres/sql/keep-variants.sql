with given as (
    select *
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        sku text, offering text, name text, unit text, vat_category text, vat_percent numeric, attributes jsonb,
        is_stocked boolean, archived_at timestamptz, archived_reason text, revision bigint
    )
),
added as (
    insert into ${schema}.gold_products (
        tenant_id, sku, offering_code, name, unit, vat_category, vat_percent, attributes, track_inventory, archived_at,
        archived_reason, revision
    )
    select
        :tenant, g.sku, g.offering, g.name, g.unit, g.vat_category, g.vat_percent, g.attributes, g.is_stocked, g.archived_at,
        g.archived_reason, g.revision
    from given g
    where g.revision = 1
    on conflict (tenant_id, sku) do nothing
    returning sku
),
changed as (
    update ${schema}.gold_products p
    set name = g.name,
        unit = g.unit,
        vat_category = g.vat_category,
        vat_percent = g.vat_percent,
        attributes = g.attributes,
        track_inventory = g.is_stocked,
        archived_at = g.archived_at,
        archived_reason = g.archived_reason,
        revision = g.revision,
        updated_at = now()
    from given g
    where p.tenant_id = :tenant and p.sku = g.sku and p.revision = g.revision - 1
    returning p.sku
)
select (select count(*) from added) + (select count(*) from changed)
