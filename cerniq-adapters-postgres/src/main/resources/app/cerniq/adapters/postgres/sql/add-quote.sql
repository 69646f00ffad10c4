quoted as (
    insert into ${schema}.negotiation_quotes (
        tenant_id, negotiation_id, quote_number, round, version, hash, contents_hash, reason, discount_percent, currency, decimals,
        rounding, line_count, net_value, vat_value, total_value,
        created_by_type, created_by, created_by_label, created_at
    )
    select
        d.tenant_id, d.id, ?, d.round, d.version, d.quote_hash, d.quote_contents_hash, ?, ?, d.currency, ?,
        d.rounding, ?, d.net_value, d.vat_value, d.total_value,
        d.updated_by_type, d.updated_by, d.updated_by_label, d.updated_at
    from deal d
    returning tenant_id, negotiation_id, quote_number
),
lines as (
    insert into ${schema}.negotiation_items (
        tenant_id, negotiation_id, quote_number, line_number, sku, offering_version, name, unit, price_list,
        list_price, floor_price, cost, vat_category, vat_percent, quantity, discount_percent, unit_price, line_total,
        entitled_percent, trail, line_hash, approval_id
    )
    select
        q.tenant_id, q.negotiation_id, q.quote_number, l.line_number, l.sku, l.offering_version, l.name, l.unit,
        l.price_list, l.list_price, l.floor_price, l.cost, l.vat_category, l.vat_percent, l.quantity,
        l.discount_percent, l.unit_price, l.line_total, l.entitled_percent, l.trail, l.line_hash, l.approval_id
    from quoted q
    cross join jsonb_to_recordset(?) as l (
        line_number integer, sku text, offering_version integer, name text, unit text, price_list text,
        list_price numeric, floor_price numeric, cost numeric, vat_category text, vat_percent numeric,
        quantity numeric, discount_percent numeric, unit_price numeric, line_total numeric, entitled_percent numeric, trail jsonb, line_hash text,
        approval_id uuid
    )
)
