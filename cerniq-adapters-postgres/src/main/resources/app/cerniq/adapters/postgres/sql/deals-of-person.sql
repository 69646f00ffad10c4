select distinct e.stream_id
from ${schema}.domain_events e
where e.tenant_id = :tenant
    and e.type in ('negotiation.created', 'negotiation.client.updated')
    and (
        e.payload -> 'client' ->> 'cnp' = :cnp
        or lower(btrim(e.payload -> 'client' ->> 'email')) = :email
        or regexp_replace(e.payload -> 'client' ->> 'phone', '[^0-9+]', '', 'g') = :phone
    )
order by e.stream_id
