with forgotten as (
    delete from ${schema}.offering_substitutes s
    where s.tenant_id = :tenant and s.sku = any (array(select jsonb_array_elements_text(cast(:rows as jsonb))))
    returning s.rank
)
select count(*) from forgotten
