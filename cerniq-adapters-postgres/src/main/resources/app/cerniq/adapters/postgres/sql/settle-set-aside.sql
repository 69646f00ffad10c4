with outcomes as (
    select o.consumer, o.event_id, o.standing, o.attempts::integer, o.pause::double precision, o.error
    from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
        as o (consumer, event_id, standing, attempts, pause, error)
),
delivered as (
    delete from ${schema}.outbox_set_aside s
    using outcomes o
    where s.tenant_id = ?
        and s.consumer = o.consumer
        and s.event_id = o.event_id
        and s.lease_id = ?
        and o.standing = ''
    returning s.event_id
),
kept as (
    update ${schema}.outbox_set_aside s
    set standing = o.standing,
        attempts = o.attempts,
        since = ?,
        due_at = ?::timestamptz + make_interval(secs => o.pause),
        last_error = o.error,
        lease_id = null,
        leased_until = null
    from outcomes o
    where s.tenant_id = ?
        and s.consumer = o.consumer
        and s.event_id = o.event_id
        and s.lease_id = ?
        and o.standing <> ''
    returning s.event_id
)
select event_id from delivered
union all
select event_id from kept
