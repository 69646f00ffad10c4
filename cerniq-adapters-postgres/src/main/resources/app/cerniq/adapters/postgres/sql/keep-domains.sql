with given as (
    select * from jsonb_to_recordset(cast(:rows as jsonb)) as g (code text, name text, revision bigint)
),
added as (
    insert into ${schema}.knowledge_domain (tenant_id, code, name, revision)
    select :tenant, g.code, g.name, g.revision
    from given g
    where g.revision = 1
    on conflict (tenant_id, code) do nothing
    returning code
),
changed as (
    update ${schema}.knowledge_domain d
    set name = g.name, revision = g.revision, updated_at = now()
    from given g
    where d.tenant_id = :tenant and d.code = g.code and d.revision = g.revision - 1
    returning d.code
)
select (select count(*) from added) + (select count(*) from changed)
