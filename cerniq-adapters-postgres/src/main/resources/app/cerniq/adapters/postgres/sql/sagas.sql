select
    s.id, s.plan, s.subject_kind, s.subject_id, s.round, s.basis, s.is_undoing, s.parked_at, s.parked_reason, s.parked_by_type,
    s.parked_by_id, s.parked_by_label, s.version, s.journal_entries, s.started_at, s.started_by_type, s.started_by_id,
    s.started_by_label,
    (
        select jsonb_agg(to_jsonb(t) order by t.position)
        from ${schema}.saga_steps t
        where t.tenant_id = s.tenant_id and t.saga_id = s.id
    ) as steps
from ${schema}.sagas s
where s.tenant_id = :tenant
