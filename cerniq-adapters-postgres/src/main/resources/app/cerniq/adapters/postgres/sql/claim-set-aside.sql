with firsts as (
    select s.consumer, s.event_id
    from ${schema}.outbox_set_aside s
    where s.tenant_id = ?
        and s.consumer = any (?::text[])
        and s.standing <> 'DEAD'
        and (s.leased_until is null or s.leased_until <= clock_timestamp())
        and (s.due_at <= ? or s.since > ?::timestamptz + interval '1 minute')
        and not exists (
            select from ${schema}.outbox_set_aside e
            where e.tenant_id = s.tenant_id
                and e.consumer = s.consumer
                and e.stream = s.stream
                and (e.position, e.part, e.event_id) < (s.position, s.part, s.event_id)
        )
    order by s.due_at
    limit ?
    for no key update skip locked
)
update ${schema}.outbox_set_aside s
set lease_id = ?,
    leased_until = clock_timestamp() + make_interval(secs => ?::double precision)
from firsts f
where s.tenant_id = ? and s.consumer = f.consumer and s.event_id = f.event_id
returning s.*
