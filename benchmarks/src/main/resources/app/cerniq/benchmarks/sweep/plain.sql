with due as (
    select r.tenant_id, r.negotiation_id, r.id, r.sku, r.location, r.quantity
    from cerniq.stock_reservations r
    where r.tenant_id = ? and r.status = 'ACTIVE' and r.ended_at is null and r.expires_at <= ?
    order by r.expires_at
    limit ?
    for update skip locked
),
ended as (
    update cerniq.stock_reservations r
    set status = 'EXPIRED',
        ended_at = ?
    from due d
    where r.tenant_id = d.tenant_id and r.negotiation_id = d.negotiation_id and r.id = d.id
),
counted as (
    update cerniq.stock_inventory i
    set reserved_quantity = i.reserved_quantity - s.quantity,
        movements = i.movements + s.moved,
        last_movement_at = ?,
        updated_at = ?
    from (
        select tenant_id, sku, location, count(*) as moved, sum(quantity) as quantity
        from due
        group by tenant_id, sku, location
    ) s
    where i.tenant_id = s.tenant_id and i.sku = s.sku and i.location = s.location
    returning
        i.tenant_id, i.sku, i.location, i.total_quantity, i.reserved_quantity + s.quantity as reserved_before,
        i.movements - s.moved as movements_before
)
insert into cerniq.stock_movements (
    tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change, on_hand_after,
    reserved_after, negotiation_id, reservation_id, reason, actor_type, actor_id, actor_label, moved_at
)
select
    c.tenant_id, c.sku, c.location, c.movements_before + row_number() over in_turn, 'RELEASE', 0, -d.quantity,
    c.total_quantity, c.reserved_before - sum(d.quantity) over in_turn, d.negotiation_id, d.id, 'EXPIRED', 'system',
    '00000000-0000-0000-0000-000000000000', 'plain', ?
from counted c
join due d on d.tenant_id = c.tenant_id and d.sku = c.sku and d.location = c.location
window in_turn as (partition by d.sku, d.location order by d.id)
