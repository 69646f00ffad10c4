select
    exists (select from ${schema}.tenants t where t.id = asked.tenant_id) as has_tenant,
    exists (
        select from ${schema}.gold_negotiations other
        where other.tenant_id = asked.tenant_id
            and other.lead_id = asked.lead_id
            and other.id <> asked.negotiation_id
            and other.current_state not in ('PAID', 'DEAD')
    ) as has_busy_lead,
    coalesce(n.version, 0) as version,
    n.held_until,
    k.fingerprint,
    k.receipt,
    p.parked_at as park_since,
    p.reason as park_reason
from (values (?::uuid, ?::uuid, ?::uuid, ?::text)) as asked (tenant_id, negotiation_id, lead_id, key)
left join ${schema}.gold_negotiations n
    on n.tenant_id = asked.tenant_id and n.id = asked.negotiation_id
left join ${schema}.idempotency_keys k
    on k.tenant_id = asked.tenant_id and k.about = 'negotiation' and k.key = asked.key
left join ${schema}.automation_parks p
    on p.tenant_id = asked.tenant_id and p.ended_at is null
