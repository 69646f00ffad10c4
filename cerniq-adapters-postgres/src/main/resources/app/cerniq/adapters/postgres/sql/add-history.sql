moved as (
    insert into ${schema}.negotiation_state_history (
        tenant_id, negotiation_id, version, from_state, to_state, transition_reason, transition_trigger, loss_reason,
        triggered_by_type, triggered_by_id, triggered_by_label, rules, pack_version, context_snapshot, created_at
    )
    select
        d.tenant_id, d.id, d.version, ?, ?, ?, ?, ?,
        d.updated_by_type, d.updated_by, d.updated_by_label, ?, ?,
        jsonb_strip_nulls(jsonb_build_object(
            'round', d.round,
            'quote', d.quote_hash,
            'total', d.total_value,
            'currency', d.currency,
            'proforma', d.proforma_ref,
            'invoice', d.invoice_ref,
            'paid', d.paid_value,
            'humanControlled', d.is_human_controlled
        )),
        d.updated_at
    from deal d
)
