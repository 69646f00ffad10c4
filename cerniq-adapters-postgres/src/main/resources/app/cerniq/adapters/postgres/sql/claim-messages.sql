-- The oldest messages of the tenant that nobody delivers; what is leased is passed by.
with near as materialized (
    select o.event_id, o.stream, o.position, o.part
    from ${schema}.outbox o
    where o.tenant_id = ?
        and o.settled_at is null
        and (o.leased_until is null or o.leased_until <= clock_timestamp())
        and (o.scheduled_for is null or o.scheduled_for <= ?)
    order by o.event_id
    limit ?
),
firsts as (
    select distinct on (n.stream) n.event_id, n.stream, n.position, n.part
    from near n
    order by n.stream, n.position, n.part, n.event_id
),
-- Whoever has the first message of a subject has the subject. A row that somebody else is claiming is passed by; one that
-- somebody else has claimed meanwhile no longer fits.
heads as (
    select o.stream
    from ${schema}.outbox o
    where o.tenant_id = ?
        and o.event_id = any (array(
            select f.event_id
            from firsts f
            where not exists (
                select from ${schema}.outbox e
                where e.tenant_id = ?
                    and e.stream = f.stream
                    and e.settled_at is null
                    and (e.scheduled_for is null or e.scheduled_for <= ?)
                    and (e.position, e.part, e.event_id) < (f.position, f.part, f.event_id)
            )
        ))
        and o.settled_at is null
        and (o.leased_until is null or o.leased_until <= clock_timestamp())
    for no key update skip locked
),
-- From each subject a beginning without gaps.
wanted as (
    select m.event_id
    from heads h
    cross join lateral (
        select
            f.event_id,
            row_number() over (order by f.position, f.part, f.event_id) as turn
        from ${schema}.outbox f
        where f.tenant_id = ?
            and f.stream = h.stream
            and f.settled_at is null
            and (f.scheduled_for is null or f.scheduled_for <= ?)
        order by f.position, f.part, f.event_id
        limit ?
    ) m
    order by m.turn
    limit ?
),
claimed as (
    update ${schema}.outbox o
    set lease_id = ?,
        leased_until = clock_timestamp() + make_interval(secs => ?::double precision),
        attempts = o.attempts + 1
    where o.tenant_id = ?
        and o.event_id = any (array(select w.event_id from wanted w))
        and o.settled_at is null
        and (o.leased_until is null or o.leased_until <= clock_timestamp())
    returning o.*
)
select
    c.*,
    array(
        select distinct s.consumer
        from ${schema}.outbox_set_aside s
        where s.tenant_id = c.tenant_id and s.stream = c.stream
    ) as waiting
from claimed c
order by c.stream, c.position, c.part, c.event_id
