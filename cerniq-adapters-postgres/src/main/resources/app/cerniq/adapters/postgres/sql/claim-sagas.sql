update ${schema}.sagas s
set lease_id = :lease, leased_until = :until
from (
    select c.id
    from ${schema}.sagas c
    where c.tenant_id = :tenant
        and c.next_at <= :from
        and (c.leased_until is null or c.leased_until <= :from)
    order by c.next_at, c.id
    limit :limit
    for no key update skip locked
) due
where s.tenant_id = :tenant and s.id = due.id
returning s.id
