offered as (
    insert into ${schema}.negotiation_offers (
        tenant_id, negotiation_id, offer_number, round, version, side, against_hash, terms, note, made_at
    )
    select tenant_id, id, ?, round, version, ?, ?, ?, ?, ?
    from deal
)
