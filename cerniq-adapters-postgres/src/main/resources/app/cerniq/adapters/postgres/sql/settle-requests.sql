waiting as (
    select
        r.id,
        case when w.id is not null then 'waiting' else coalesce(s.status, 'void') end as status,
        coalesce(w.lines, r.lines) as lines,
        coalesce(s.comment, '') as comment,
        d.version, d.updated_at, d.updated_by_type, d.updated_by, d.updated_by_label
    from deal d
    join ${schema}.discount_requests r on r.tenant_id = ? and r.negotiation_id = ? and r.status = 'waiting'
    left join jsonb_to_recordset(?) as w (id uuid, lines jsonb) on w.id = r.id
    left join jsonb_to_recordset(?) as s (id uuid, status text, comment text) on s.id = r.id
),
settled as (
    update ${schema}.discount_requests r
    set status = w.status,
        lines = w.lines,
        decided_version = case w.status when 'waiting' then null else w.version end,
        decided_by_type = case w.status when 'waiting' then null else w.updated_by_type end,
        decided_by = case w.status when 'waiting' then null else w.updated_by end,
        decided_by_label = case w.status when 'waiting' then null else w.updated_by_label end,
        decided_at = case w.status when 'waiting' then null else w.updated_at end,
        decision_comment = case w.status when 'waiting' then null else w.comment end
    from waiting w
    where r.tenant_id = ?
        and r.negotiation_id = ?
        and r.id = w.id
        and (w.status <> 'waiting' or w.lines <> r.lines)
)
