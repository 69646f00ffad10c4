select
    d.code, d.name, d.revision,
    (
        select jsonb_agg(
            jsonb_build_object(
                'key', a.key, 'label', a.label, 'type', a.value_type, 'meaning', a.semantic_type, 'unit', a.unit,
                'minimum', a.minimum, 'maximum', a.maximum, 'words', a.words, 'maximum_length', a.maximum_length,
                'is_required', a.is_required, 'scope', a.scope
            )
        )
        from ${schema}.domain_attribute_definition a
        where a.tenant_id = d.tenant_id and a.domain_code = d.code
    ) as definitions
from ${schema}.knowledge_domain d
where d.tenant_id = :tenant and d.code = any (:codes)
