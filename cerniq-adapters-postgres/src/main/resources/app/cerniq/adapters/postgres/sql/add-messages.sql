told as (
    insert into ${schema}.outbox (
        tenant_id, event_id, stream, position, type, event_version, payload, correlation_id, causation_id,
        occurred_at, scheduled_for, source, source_version, priority, trace_id, span_id, parent_span_id
    )
    select
        d.tenant_id, m.event_id, m.stream, d.version, m.type, m.event_version, m.payload, m.correlation_id,
        m.causation_id, m.occurred_at, m.scheduled_for, m.source, m.source_version, m.priority, m.trace_id, m.span_id,
        m.parent_span_id
    from deal d
    cross join ${messages}
    order by m.turn
    returning event_id
)
