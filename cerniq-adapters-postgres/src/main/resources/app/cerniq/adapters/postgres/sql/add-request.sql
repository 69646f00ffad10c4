asked as (
    insert into ${schema}.discount_requests (
        tenant_id, negotiation_id, id, round, version, tier, quote_hash, lines, justification,
        requested_by_type, requested_by, requested_by_label, requested_at, decide_by
    )
    select tenant_id, id, ?, round, version, ?, ?, ?, ?, ?, ?, ?, ?, ?
    from deal
)
