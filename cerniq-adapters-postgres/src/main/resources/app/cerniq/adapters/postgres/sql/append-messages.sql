insert into ${schema}.outbox (
    tenant_id, event_id, stream, position, part, type, event_version, payload, correlation_id, causation_id, occurred_at,
    scheduled_for, source, source_version, priority, trace_id, span_id, parent_span_id
)
select
    t.id, m.event_id, m.stream, greatest(l.position, 0), greatest(l.part, 1000000) + m.turn, m.type, m.event_version, m.payload, m.correlation_id, m.causation_id, m.occurred_at,
    m.scheduled_for, m.source, m.source_version, m.priority, m.trace_id, m.span_id, m.parent_span_id
from (select ?::uuid as id) t
cross join ${messages}
left join lateral (
    -- Behind everything about the same subject that somebody still waits for.
    select w.position, w.part
    from (
        (
            select o.position, o.part
            from ${schema}.outbox o
            where o.tenant_id = t.id and o.stream = m.stream and o.settled_at is null
            order by o.position desc, o.part desc, o.event_id desc
            limit 1
        )
        union all
        select a.position, a.part
        from ${schema}.outbox_set_aside a
        where a.tenant_id = t.id and a.stream = m.stream
    ) w
    order by w.position desc, w.part desc
    limit 1
) l on true
on conflict (tenant_id, event_id) do nothing
