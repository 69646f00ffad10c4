-- The oldest messages of the tenant, in their order.
with near as materialized (
    select o.event_id, o.stream, o.entry, o.leased_until
    from ${schema}.outbox o
    where o.tenant_id = ?
        and o.settled_at is null
        and (o.scheduled_for is null or o.scheduled_for <= ?)
    order by o.entry
    limit ?
),
-- From each subject that nobody delivers a beginning without gaps: whatever is older is here too.
wanted as materialized (
    select n.event_id, n.stream, n.turn
    from (
        select
            event_id, stream, entry,
            row_number() over (partition by stream order by entry) as turn,
            bool_or(leased_until is not null and leased_until > clock_timestamp()) over (partition by stream) as is_leased
        from near
    ) n
    where not n.is_leased
    order by n.turn, n.entry
    limit ?
),
-- Whoever has the first message of a subject has the subject. A row that somebody else is claiming is passed by; one that
-- somebody else has claimed or settled meanwhile no longer fits. Here and below it is said in a way that the index of what
-- is due does not know: rows are found by their key, whatever the statistics say.
heads as materialized (
    select o.stream
    from ${schema}.outbox o
    where o.tenant_id = ?
        and o.event_id = any (array(select w.event_id from wanted w where w.turn = 1))
        and coalesce(o.settled_at, 'infinity') = 'infinity'
        and (o.leased_until is null or o.leased_until <= clock_timestamp())
    for no key update skip locked
),
claimed as (
    update ${schema}.outbox o
    set lease_id = ?,
        leased_until = clock_timestamp() + make_interval(secs => ?::double precision),
        attempts = o.attempts + 1
    where o.tenant_id = ?
        and o.event_id = any (array(select w.event_id from wanted w join heads h on h.stream = w.stream))
        and coalesce(o.settled_at, 'infinity') = 'infinity'
        and (o.leased_until is null or o.leased_until <= clock_timestamp())
    returning o.*
),
-- Who of the consumers waits for something earlier of these subjects; asked once, not for every message.
waiting as materialized (
    select s.stream, array_agg(distinct s.consumer) as consumers
    from ${schema}.outbox_set_aside s
    where s.tenant_id = ?
        and s.stream = any (array(select h.stream from heads h))
    group by s.stream
)
select c.*, coalesce(w.consumers, '{}') as waiting
from claimed c
left join waiting w on w.stream = c.stream
order by c.entry
