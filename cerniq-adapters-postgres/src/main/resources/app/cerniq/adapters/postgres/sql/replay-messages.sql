with copied as (
    insert into ${schema}.outbox_set_aside (
        tenant_id, consumer, event_id, stream, position, part, type, event_version, payload, correlation_id, causation_id,
        occurred_at, scheduled_for, source, source_version, priority, trace_id, span_id, parent_span_id, standing, attempts,
        since, due_at, last_error
    )
    select
        w.tenant_id, w.consumer, m.event_id, m.stream, -1, m.turn, m.type, m.event_version, m.payload, m.correlation_id,
        m.causation_id, m.occurred_at, m.scheduled_for, m.source, m.source_version, m.priority, m.trace_id, m.span_id,
        m.parent_span_id, 'REPLAY', 0, w.at, w.at, ''
    from (select ?::uuid as tenant_id, ?::text as consumer, ?::timestamptz as at) w
    cross join ${messages}
    on conflict (tenant_id, consumer, event_id) do nothing
    returning tenant_id, consumer, event_id, since
),
noted as (
    insert into ${schema}.dead_letter_decisions (
        tenant_id, kind, consumer, event_id, actor_type, actor_id, actor_label, decided_at, reason, error
    )
    select c.tenant_id, 'REPLAY', c.consumer, c.event_id, ?, ?, ?, c.since, ?, ''
    from copied c
)
select count(*) as copies from copied
