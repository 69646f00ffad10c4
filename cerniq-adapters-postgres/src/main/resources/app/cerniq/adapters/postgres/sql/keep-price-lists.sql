with given as (
    select *
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        code text, name text, currency text, channel text, valid_from timestamptz, valid_until timestamptz,
        precedence integer, revision bigint
    )
),
added as (
    insert into ${schema}.tenant_price_list (
        tenant_id, code, name, currency, channel_code, valid_from, valid_until, precedence, revision
    )
    select :tenant, g.code, g.name, g.currency, g.channel, g.valid_from, g.valid_until, g.precedence, g.revision
    from given g
    where g.revision = 1
    on conflict (tenant_id, code) do nothing
    returning code
),
changed as (
    update ${schema}.tenant_price_list l
    set name = g.name, valid_until = g.valid_until, revision = g.revision, updated_at = now()
    from given g
    where l.tenant_id = :tenant and l.code = g.code and l.revision = g.revision - 1
    returning l.code
)
select (select count(*) from added) + (select count(*) from changed)
