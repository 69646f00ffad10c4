with added as (
    insert into ${schema}.offering_substitutes (tenant_id, sku, rank, substitute_sku, note)
    select :tenant, g.sku, g.rank, g.substitute, g.note
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (sku text, rank integer, substitute text, note text)
    returning rank
)
select count(*) from added
