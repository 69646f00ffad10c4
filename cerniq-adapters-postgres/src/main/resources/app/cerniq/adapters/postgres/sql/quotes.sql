select
    q.quote_number,
    q.currency,
    q.rounding,
    q.discount_percent,
    (
        select json_agg(l order by l.line_number)
        from (
            select
                i.line_number, i.sku, i.offering_version, i.name, i.unit, i.price_list, i.list_price, i.floor_price,
                i.cost, i.vat_category, i.vat_percent, i.quantity, i.discount_percent, i.unit_price, i.trail
            from ${schema}.negotiation_items i
            where i.tenant_id = q.tenant_id
                and i.negotiation_id = q.negotiation_id
                and i.quote_number = q.quote_number
        ) l
    ) as quote_lines
from ${schema}.negotiation_quotes q
where q.tenant_id = :tenant and q.negotiation_id = :negotiation
order by q.quote_number
