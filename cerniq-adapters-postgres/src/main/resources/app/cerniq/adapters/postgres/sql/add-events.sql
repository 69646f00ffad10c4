events as (
    insert into ${schema}.domain_events (
        tenant_id, stream_id, version, event_index, event_id, type, payload, actor_type, actor_id, actor_label, occurred_at
    )
    select
        d.tenant_id, d.id, d.version, e.position - 1, e.event_id::uuid, e.type, e.payload::jsonb,
        d.updated_by_type, d.updated_by, d.updated_by_label, d.updated_at
    from deal d
    cross join unnest(?::text[], ?::text[], ?::text[]) with ordinality as e (event_id, type, payload, position)
    returning event_id
)
