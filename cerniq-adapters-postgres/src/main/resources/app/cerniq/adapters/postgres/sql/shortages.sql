select s.sku, s.unit, s.wanted, s.available, s.incoming_quantity, s.next_restock_date
from (
    select
        w.sku, w.location, w.unit, w.wanted, i.incoming_quantity, i.next_restock_date,
        greatest(
            coalesce(i.total_quantity - i.safety_stock - i.reserved_quantity, 0) + (
                select coalesce(sum(r.quantity), 0)
                from ${schema}.stock_reservations r
                where r.tenant_id = ?
                    and r.sku = w.sku
                    and r.location = w.location
                    and r.status = 'ACTIVE'
                    and (r.expires_at <= ? or (r.negotiation_id = ? and r.id = any (?::uuid[])))
            ),
            0
        ) as available
    from (
        select sku, location, unit, sum(quantity) as wanted
        from unnest(?::text[], ?::text[], ?::text[], ?::numeric[]) as n (sku, location, unit, quantity)
        group by sku, location, unit
    ) w
    left join ${schema}.stock_inventory i on i.tenant_id = ? and i.sku = w.sku and i.location = w.location
) s
where s.wanted > s.available
order by s.sku collate "C", s.location collate "C"
