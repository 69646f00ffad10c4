select n.tenant_id, n.id, n.version, n.deadline_timer, n.deadline_at
from ${schema}.gold_negotiations n
where n.tenant_id = :tenant
    and n.wake_at <= :at
    and n.deadline_at <= :at
    and (n.deadline_at, n.id) > (:after_at, :after_id)
order by n.deadline_at, n.id
limit :limit
