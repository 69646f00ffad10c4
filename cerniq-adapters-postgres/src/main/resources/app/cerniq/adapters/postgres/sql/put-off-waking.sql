update ${schema}.gold_negotiations n
set wake_at = n.deadline_at
where n.tenant_id = :tenant
    and n.id in (
        select o.id
        from ${schema}.gold_negotiations o
        where o.tenant_id = :tenant
            and o.wake_at <= :at
            and (o.deadline_at is null or o.deadline_at > :at)
        order by o.wake_at, o.id
        limit :limit
        for no key update skip locked
    )
returning n.id
