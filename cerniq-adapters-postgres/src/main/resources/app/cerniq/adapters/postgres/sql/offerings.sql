select
    o.code, o.offering_type, o.domain_code, o.archived_at, o.archived_reason, o.revision,
    (
        select jsonb_agg(
            jsonb_build_object(
                'number', v.version, 'status', v.status, 'name', v.name, 'description', v.description,
                'attributes', v.attributes
            )
            order by v.version
        )
        from ${schema}.tenant_offering_version v
        where v.tenant_id = o.tenant_id and v.offering_code = o.code
    ) as versions
from ${schema}.tenant_offering o
where o.tenant_id = :tenant and o.code = any (:codes)
