select n.id
from ${schema}.gold_negotiations n
left join lateral (
    select p.version, p.kept_until
    from ${schema}.privacy_erasures p
    where p.tenant_id = n.tenant_id and p.negotiation_id = n.id
    order by p.version desc
    limit 1
) last on true
where n.tenant_id = :tenant
    and n.current_state in ('PAID', 'DEAD')
    and n.state_changed_at < :over_before
    and (last.version is null or last.kept_until <= :today)
order by n.state_changed_at, n.id
limit :limit
