select
    p.sku, v.version, p.name, p.unit, p.vat_category, p.vat_percent,
    best.price_list, best.currency, best.amount, best.floor_price, best.cost
from ${schema}.gold_products p
join ${schema}.tenant_offering o
    on o.tenant_id = p.tenant_id and o.code = p.offering_code and o.archived_at is null
join ${schema}.tenant_offering_version v
    on v.tenant_id = p.tenant_id and v.offering_code = p.offering_code and v.status = 'active'
cross join lateral (
    select l.code as price_list, l.currency, price.amount, price.floor_price, price.cost
    from ${schema}.tenant_price_list l
    -- The last one to begin of those that ever held; whether it still holds is asked outside, so that one row is read.
    cross join lateral (
        select c.amount, c.floor_price, c.cost, c.valid_until
        from ${schema}.tenant_variant_price c
        where c.tenant_id = p.tenant_id
            and c.sku = p.sku
            and c.price_list_code = l.code
            and c.valid_from <= :at
            and (c.valid_until is null or c.valid_until > c.valid_from)
        order by c.valid_from desc
        limit 1
    ) price
    where l.tenant_id = p.tenant_id
        and l.currency = :currency
        and (l.channel_code is null or l.channel_code = :channel)
        and l.valid_from <= :at
        and (l.valid_until is null or l.valid_until > :at)
        and (price.valid_until is null or price.valid_until > :at)
    order by l.precedence desc, l.channel_code is null
    limit 1
) best
where p.tenant_id = :tenant
    and p.sku = any (:skus)
    and p.archived_at is null
    and exists (
        select from ${schema}.tenant_sales_channel c
        where c.tenant_id = :tenant and c.code = :channel and c.closed_at is null
    )
