moves as (
    ${moves}
),
-- The movements of a place travel with its sums, so that nobody has to join them again.
sums as (
    select
        sku, location, count(*) as moved, sum(on_hand) as on_hand, sum(reserved) as reserved,
        bool_or(movement_type = 'SYNC') as is_sync,
        bool_or(movement_type in ('SYNC', 'ADJUSTMENT')) as is_count,
        array_agg(movement_type order by turn, id) as movement_types,
        array_agg(on_hand order by turn, id) as on_hand_changes,
        array_agg(reserved order by turn, id) as reserved_changes,
        array_agg(negotiation_id order by turn, id) as negotiation_ids,
        array_agg(id order by turn, id) as reservation_ids,
        array_agg(reason order by turn, id) as reasons
    from moves
    group by sku, location
),
-- The place is locked, so this is its latest row, whatever the statement saw when it began.
counted as (
    update ${schema}.stock_inventory i
    set total_quantity = i.total_quantity + s.on_hand,
        reserved_quantity = i.reserved_quantity + s.reserved,
        movements = i.movements + s.moved,
        changed_since_sync = not s.is_sync and (i.changed_since_sync or s.on_hand <> 0),
        last_movement_at = w.at,
        last_counted_at = case when s.is_count then w.at else i.last_counted_at end,
        source_synced_at = case when s.is_sync then w.at else i.source_synced_at end,
        updated_at = w.at
    from sums s
    join places p on p.sku = s.sku and p.location = s.location
    cross join who w
    where i.tenant_id = ? and i.sku = s.sku and i.location = s.location
    returning
        i.*, s.moved, s.on_hand, s.reserved, s.movement_types, s.on_hand_changes, s.reserved_changes, s.negotiation_ids,
        s.reservation_ids, s.reasons
),
ledger as (
    insert into ${schema}.stock_movements (
        tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change, on_hand_after,
        reserved_after, negotiation_id, reservation_id, reason, actor_type, actor_id, actor_label, moved_at
    )
    select
        w.tenant_id, c.sku, c.location, c.movements - c.moved + m.position, m.movement_type, m.on_hand, m.reserved,
        c.total_quantity - c.on_hand + sum(m.on_hand) over in_turn,
        c.reserved_quantity - c.reserved + sum(m.reserved) over in_turn,
        m.negotiation_id, m.reservation_id, m.reason, w.actor_type, w.actor_id, w.actor_label, w.at
    from counted c
    cross join who w
    cross join lateral unnest(
        c.movement_types, c.on_hand_changes, c.reserved_changes, c.negotiation_ids, c.reservation_ids, c.reasons
    ) with ordinality as m (movement_type, on_hand, reserved, negotiation_id, reservation_id, reason, position)
    window in_turn as (partition by c.sku, c.location order by m.position)
),
alerts as (
    insert into ${schema}.stock_alerts (
        tenant_id, sku, location, movement_number, available, threshold, raised_at
    )
    select w.tenant_id, c.sku, c.location, c.movements, c.available_quantity, c.low_stock_threshold, w.at
    from counted c
    cross join who w
    where c.available_quantity <= c.low_stock_threshold
        and c.total_quantity - c.on_hand - (c.reserved_quantity - c.reserved) - c.safety_stock > c.low_stock_threshold
)
