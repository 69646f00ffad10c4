deal as (
    insert into ${schema}.gold_negotiations (
        tenant_id,
        id,
        ${names}
    )
    values (?, ?, ${marks})
    returning
        tenant_id, id, version, round, quote_hash, quote_contents_hash, net_value, vat_value, total_value, currency,
        rounding, proforma_ref, invoice_ref, paid_value, is_human_controlled,
        updated_at, updated_by, updated_by_type, updated_by_label
)
