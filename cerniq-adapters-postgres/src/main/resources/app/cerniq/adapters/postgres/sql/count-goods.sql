moves as (
    ${moves}
),
sums as (
    select sku, location, count(*) as moved, sum(on_hand) as on_hand, sum(reserved) as reserved
    from moves
    group by sku, location
),
counted as (
    update ${schema}.stock_inventory i
    set total_quantity = i.total_quantity + s.on_hand,
        reserved_quantity = i.reserved_quantity + s.reserved,
        movements = i.movements + s.moved,
        changed_since_sync = i.changed_since_sync or s.on_hand <> 0,
        last_movement_at = ?,
        updated_at = ?
    from sums s
    join places p on p.sku = s.sku and p.location = s.location
    where i.tenant_id = ? and i.sku = s.sku and i.location = s.location
    returning
        i.sku, i.location, i.total_quantity, i.reserved_quantity, i.safety_stock, i.low_stock_threshold,
        i.available_quantity, i.movements, s.moved, s.on_hand, s.reserved
),
ledger as (
    insert into ${schema}.stock_movements (
        tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change, on_hand_after,
        reserved_after, negotiation_id, reservation_id, reason, actor_type, actor_id, actor_label, moved_at
    )
    select
        d.tenant_id, m.sku, m.location, c.movements - c.moved + row_number() over in_turn, m.movement_type, m.on_hand,
        m.reserved,
        c.total_quantity - c.on_hand + sum(m.on_hand) over in_turn,
        c.reserved_quantity - c.reserved + sum(m.reserved) over in_turn,
        m.negotiation_id, m.id, m.reason, d.updated_by_type, d.updated_by, d.updated_by_label, d.updated_at
    from counted c
    join moves m on m.sku = c.sku and m.location = c.location
    cross join deal d
    window in_turn as (partition by m.sku, m.location order by m.turn, m.id)
),
alerts as (
    insert into ${schema}.stock_alerts (
        tenant_id, sku, location, movement_number, available, threshold, raised_at
    )
    select d.tenant_id, c.sku, c.location, c.movements, c.available_quantity, c.low_stock_threshold, d.updated_at
    from counted c
    cross join deal d
    where c.available_quantity <= c.low_stock_threshold
        and c.total_quantity - c.on_hand - (c.reserved_quantity - c.reserved) - c.safety_stock > c.low_stock_threshold
),
faults as (
    select ${schema}.refuse_because('what is held on is still held', d.id::text)
    from deal d
    where ${still_held} <> ?
    union all
    select ${schema}.refuse_because('no more is sold than can be promised', c.sku || ' at ' || c.location)
    from counted c
    where ? and c.total_quantity - c.reserved_quantity - c.safety_stock < 0
)
