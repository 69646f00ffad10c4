with ours as (
    select oid, relname, relacl, relrowsecurity, relforcerowsecurity
    from pg_class
    where relnamespace = '${schema}'::regnamespace and relname not like 'cerniq_schema_history%'
)
select line
from (
    select format('column %s %s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d where d.adrelid = c.oid and d.adnum = a.attnum))
    from ours c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    union all
    select format('relation %s %s %s %s', relname, relacl, relrowsecurity, relforcerowsecurity) from ours
    union all
    select format('constraint %s %s', conname, pg_get_constraintdef(oid))
    from pg_constraint
    where connamespace = '${schema}'::regnamespace and conrelid in (select oid from ours)
    union all
    select format('trigger %s', pg_get_triggerdef(t.oid))
    from pg_trigger t
    where t.tgrelid in (select oid from ours) and not t.tgisinternal
    union all
    select format('function %s %s', pg_get_functiondef(oid), proacl)
    from pg_proc
    where pronamespace = '${schema}'::regnamespace
    union all
    select format('policy %s %s %s %s', tablename, policyname, qual, with_check)
    from pg_policies
    where schemaname = '${schema}'
) lines (line)
order by line
