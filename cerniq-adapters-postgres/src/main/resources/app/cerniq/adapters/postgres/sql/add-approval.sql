approved as (
    insert into ${schema}.discount_approvals (
        tenant_id, negotiation_id, request_id, round, version, quote_hash, line_hashes, tier,
        approved_by_type, approved_by, approved_by_label, approved_at, valid_until, comment
    )
    select tenant_id, id, ?, round, version, ?, ?, ?, ?, ?, ?, ?, ?, ?
    from deal
)
