select
    n.tenant_id,
    n.id,
    ${names},
    (
        select json_agg(l order by l.line_number)
        from (
            select
                i.line_number, i.sku, i.offering_version, i.name, i.unit, i.price_list, i.list_price, i.floor_price,
                i.cost, i.vat_category, i.vat_percent, i.quantity, i.discount_percent, i.unit_price, i.trail
            from ${schema}.negotiation_items i
            where i.tenant_id = n.tenant_id
                and i.negotiation_id = n.id
                and i.quote_number = n.quote_count
                and n.quote_hash is not null
        ) l
    ) as quote_lines,
    (
        select q.discount_percent
        from ${schema}.negotiation_quotes q
        where q.tenant_id = n.tenant_id and q.negotiation_id = n.id and q.quote_number = n.quote_count
    ) as quote_discount,
    (
        select q.created_at
        from ${schema}.negotiation_quotes q
        where q.tenant_id = n.tenant_id
            and q.negotiation_id = n.id
            and q.quote_number = n.quote_count
            and n.quote_hash is not null
    ) as quoted_at,
    (
        select json_agg(r order by r.version)
        from (
            select
                r.id, r.version, r.lines, r.quote_hash, r.tier, r.requested_by_type, r.requested_by,
                r.requested_by_label, r.requested_at, r.decide_by, r.justification
            from ${schema}.discount_requests r
            where r.tenant_id = n.tenant_id and r.negotiation_id = n.id and r.status = 'waiting'
        ) r
    ) as requests,
    (
        select json_agg(a order by a.version)
        from (
            select
                a.request_id, a.version, a.quote_hash, a.line_hashes, a.tier, a.approved_by_type, a.approved_by,
                a.approved_by_label, a.approved_at, a.valid_until, a.comment
            from ${schema}.discount_approvals a
            where a.tenant_id = n.tenant_id and a.negotiation_id = n.id and a.round = n.round
        ) a
    ) as approvals,
    (
        select json_build_object(
            'number', o.offer_number,
            'side', o.side,
            'against', o.against_hash,
            'terms', o.terms,
            'note', o.note,
            'at', o.made_at
        )
        from ${schema}.negotiation_offers o
        where o.tenant_id = n.tenant_id
            and o.negotiation_id = n.id
            and o.offer_number = n.offer_count
            and o.round = n.round
    ) as last_offer,
    (
        select json_agg(p order by p.version)
        from (
            select p.version, p.payment_ref, p.amount, p.currency, p.received_at
            from ${schema}.negotiation_payments p
            where p.tenant_id = n.tenant_id and p.negotiation_id = n.id and p.round = n.round
        ) p
    ) as payments,
    (
        select json_agg(r order by r.position)
        from (
            select h.position, r.id, r.sku, r.location, r.quantity, i.unit
            from unnest(n.held_reservations) with ordinality as h (id, position)
            join ${schema}.stock_reservations r
                on r.tenant_id = n.tenant_id and r.negotiation_id = n.id and r.id = h.id
            join ${schema}.stock_inventory i
                on i.tenant_id = r.tenant_id and i.sku = r.sku and i.location = r.location
        ) r
    ) as held,
    (
        select json_agg(r order by r.position)
        from (
            select s.position, r.id, r.sku, r.location, r.quantity, i.unit
            from unnest(n.sold_reservations) with ordinality as s (id, position)
            join ${schema}.stock_reservations r
                on r.tenant_id = n.tenant_id and r.negotiation_id = n.id and r.id = s.id
            join ${schema}.stock_inventory i
                on i.tenant_id = r.tenant_id and i.sku = r.sku and i.location = r.location
        ) r
    ) as sold,
    (
        select json_object_agg(t.timer, t.lasts_seconds)
        from ${schema}.tenant_time_limits t
        where t.tenant_id = asked.tenant_id and t.lasts_seconds is not null
    ) as time_limits,
    k.fingerprint,
    k.receipt,
    p.parked_at as park_since,
    p.reason as park_reason
from (values (?::uuid, ?::uuid, ?::text)) as asked (tenant_id, negotiation_id, key)
left join ${schema}.gold_negotiations n
    on n.tenant_id = asked.tenant_id and n.id = asked.negotiation_id
left join ${schema}.idempotency_keys k
    on k.tenant_id = asked.tenant_id and k.about = 'negotiation' and k.key = asked.key
left join ${schema}.automation_parks p
    on p.tenant_id = asked.tenant_id and p.ended_at is null
