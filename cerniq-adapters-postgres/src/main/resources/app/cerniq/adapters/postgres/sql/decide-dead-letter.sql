with found as (
    select s.*, (
        select count(*)
        from ${schema}.outbox_set_aside b
        where b.tenant_id = s.tenant_id
            and b.consumer = s.consumer
            and b.stream = s.stream
            and (b.position, b.part, b.event_id) > (s.position, s.part, s.event_id)
    ) as held_back
    from ${schema}.outbox_set_aside s
    where s.tenant_id = ? and s.consumer = ? and s.event_id = ? and s.standing = 'DEAD'
    for no key update of s
),
noted as (
    insert into ${schema}.dead_letter_decisions (
        tenant_id, kind, consumer, event_id, actor_type, actor_id, actor_label, decided_at, reason, error
    )
    select f.tenant_id, ?, f.consumer, f.event_id, ?, ?, ?, ?, ?, f.last_error
    from found f
),
${what}
select * from found
