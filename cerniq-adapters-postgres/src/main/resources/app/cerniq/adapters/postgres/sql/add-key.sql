remembered as (
    insert into ${schema}.idempotency_keys (tenant_id, key, fingerprint, receipt, created_at)
    select tenant_id, ?, ?, ?, updated_at
    from deal
    returning key
)
