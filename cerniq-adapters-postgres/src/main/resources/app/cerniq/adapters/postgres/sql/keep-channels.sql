with given as (
    select *
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        code text, name text, closed_at timestamptz, closed_reason text, revision bigint
    )
),
added as (
    insert into ${schema}.tenant_sales_channel (tenant_id, code, name, closed_at, closed_reason, revision)
    select :tenant, g.code, g.name, g.closed_at, g.closed_reason, g.revision
    from given g
    where g.revision = 1
    on conflict (tenant_id, code) do nothing
    returning code
),
changed as (
    update ${schema}.tenant_sales_channel c
    set name = g.name, closed_at = g.closed_at, closed_reason = g.closed_reason, revision = g.revision, updated_at = now()
    from given g
    where c.tenant_id = :tenant and c.code = g.code and c.revision = g.revision - 1
    returning c.code
)
select (select count(*) from added) + (select count(*) from changed)
