with superseded as (
    update ${schema}.tenant_offering_version v
    set status = 'superseded'
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (offering text, number integer, status text)
    where v.tenant_id = :tenant and v.offering_code = g.offering and v.version = g.number
        and g.status = 'superseded' and v.status <> 'superseded'
    returning v.version
)
select count(*) from superseded
