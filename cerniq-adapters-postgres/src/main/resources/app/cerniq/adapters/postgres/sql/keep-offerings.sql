with given as (
    select *
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        code text, kind text, domain text, archived_at timestamptz, archived_reason text, revision bigint
    )
),
added as (
    insert into ${schema}.tenant_offering (
        tenant_id, code, offering_type, domain_code, archived_at, archived_reason, revision
    )
    select :tenant, g.code, g.kind, g.domain, g.archived_at, g.archived_reason, g.revision
    from given g
    where g.revision = 1
    on conflict (tenant_id, code) do nothing
    returning code
),
changed as (
    update ${schema}.tenant_offering o
    set archived_at = g.archived_at, archived_reason = g.archived_reason, revision = g.revision, updated_at = now()
    from given g
    where o.tenant_id = :tenant and o.code = g.code and o.revision = g.revision - 1
    returning o.code
)
select (select count(*) from added) + (select count(*) from changed)
