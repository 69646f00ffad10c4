with given as (
    select *
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        offering text, number integer, status text, name text, description text, attributes jsonb
    )
),
added as (
    insert into ${schema}.tenant_offering_version (
        tenant_id, offering_code, version, status, name, description, attributes
    )
    select :tenant, g.offering, g.number, g.status, g.name, g.description, g.attributes
    from given g
    on conflict (tenant_id, offering_code, version) do nothing
    returning version
),
changed as (
    update ${schema}.tenant_offering_version v
    set status = g.status, name = g.name, description = g.description, attributes = g.attributes
    from given g
    where v.tenant_id = :tenant and v.offering_code = g.offering and v.version = g.number
        and (v.status, v.name, v.description, v.attributes)
            is distinct from (g.status, g.name, g.description, g.attributes)
    returning v.version
)
select (select count(*) from added) + (select count(*) from changed)
