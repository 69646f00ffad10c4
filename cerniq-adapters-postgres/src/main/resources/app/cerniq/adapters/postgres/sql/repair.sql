-- Locks what has drifted; each statement after it sees what stands behind the locks.
select i.sku
from ${schema}.stock_inventory i
where i.tenant_id = ? and (i.sku, i.location) in (select d.sku, d.location from (${drifts}) d)
order by i.sku, i.location
for no key update of i;

-- What was wrong.
${drifts};

-- The counters say what the ledger says.
update ${schema}.stock_inventory i
set total_quantity = d.on_hand_moved,
    reserved_quantity = d.reserved_moved,
    updated_at = ?
from (${drifts}) d
where i.tenant_id = ?
    and i.sku = d.sku
    and i.location = d.location
    and (i.total_quantity <> d.on_hand_moved or i.reserved_quantity <> d.reserved_moved);

-- And where the ledger is not what the reservations say, it follows them.
with who as (
    select
        ?::uuid as tenant_id, ?::text as actor_type, ?::uuid as actor_id, ?::text as actor_label, ?::timestamptz as at
),
wrong as (
    ${drifts}
),
places as (
    select sku, location
    from wrong
),
repairs as (
    select
        1 as turn, sku, location, 'REPAIR' as movement_type, 0.000 as on_hand, held - reserved_quantity as reserved,
        null::uuid as negotiation_id, null::uuid as id, 'reserved is what the reservations say' as reason
    from wrong
    where held <> reserved_quantity
),
${move_goods}
select count(*) from repairs
