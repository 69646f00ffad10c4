with stored as (
    insert into ${schema}.domain_attribute_definition as d (
        tenant_id, domain_code, key, label, value_type, semantic_type, unit, minimum, maximum, words, maximum_length,
        is_required, scope
    )
    select
        :tenant, g.domain, g.key, g.label, g.type, g.meaning, g.unit, g.minimum, g.maximum, g.words, g.maximum_length,
        g.is_required, g.scope
    from jsonb_to_recordset(cast(:rows as jsonb)) as g (
        domain text, key text, label text, type text, meaning text, unit text, minimum numeric, maximum numeric,
        words text[], maximum_length integer, is_required boolean, scope text
    )
    on conflict (tenant_id, domain_code, key) do update
    set label = excluded.label,
        value_type = excluded.value_type,
        semantic_type = excluded.semantic_type,
        unit = excluded.unit,
        minimum = excluded.minimum,
        maximum = excluded.maximum,
        words = excluded.words,
        maximum_length = excluded.maximum_length,
        is_required = excluded.is_required,
        scope = excluded.scope
    returning key
)
select count(*) from stored
