oversold as (
    select ${schema}.refuse_because('no more is sold than can be promised', c.sku || ' at ' || c.location)
    from counted c
    where c.total_quantity - c.reserved_quantity - c.safety_stock < 0
)
