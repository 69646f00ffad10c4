paid as (
    insert into ${schema}.negotiation_payments (
        tenant_id, negotiation_id, round, payment_ref, version, amount, currency, received_at
    )
    select tenant_id, id, round, ?, version, ?, ?, ?
    from deal
)
