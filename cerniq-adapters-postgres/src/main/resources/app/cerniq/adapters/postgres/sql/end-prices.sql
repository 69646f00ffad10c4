with ended as (
    update ${schema}.tenant_variant_price p
    set valid_until = g.valid_until
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        sku text, list text, number integer, held_until timestamptz, valid_until timestamptz
    )
    where p.tenant_id = :tenant and p.sku = g.sku and p.price_list_code = g.list and p.number = g.number
        and p.valid_until is not distinct from g.held_until
    returning p.number
)
select count(*) from ended
