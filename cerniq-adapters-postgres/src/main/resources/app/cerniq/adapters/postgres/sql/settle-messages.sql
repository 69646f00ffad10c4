-- What is settled has no lease, so the lease says it all; the index of what is due would be the wrong one here.
with settled as (
    update ${schema}.outbox o
    set settled_at = ?,
        lease_id = null,
        leased_until = null
    where o.tenant_id = ?
        and o.event_id = any (?::uuid[])
        and o.lease_id = ?
    returning o.*
),
aside as (
    insert into ${schema}.outbox_set_aside (
        tenant_id, consumer, event_id, stream, position, part, type, event_version, payload, correlation_id, causation_id,
        occurred_at, scheduled_for, source, source_version, priority, trace_id, span_id, parent_span_id, standing, attempts,
        since, due_at, last_error
    )
    select
        s.tenant_id, l.consumer, s.event_id, s.stream, s.entry, 0, s.type, s.event_version, s.payload,
        s.correlation_id, s.causation_id, s.occurred_at, s.scheduled_for, s.source, s.source_version, s.priority,
        s.trace_id, s.span_id, s.parent_span_id, l.standing, l.attempts::integer, s.settled_at,
        s.settled_at + make_interval(secs => l.pause::double precision), l.error
    from settled s
    join unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as l (event_id, consumer, standing, attempts, pause, error) on l.event_id = s.event_id
    on conflict (tenant_id, consumer, event_id) do nothing
)
select event_id
from settled
