-- Fills the tables with reservations as if each had been made through the library: ten to a deal, with their movements,
-- and counters that agree. Triggers and foreign keys sleep meanwhile; the checks of single rows do not.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '128MB';

create temporary table fresh as
select
    f.n,
    ('f1110000-0000-7000-8000-' || (${first} + f.n / 10)::text)::uuid as negotiation_id,
    ('1e5e0000-' || lpad((f.n % 10)::text, 4, '0') || '-7000-8000-' || (${first} + f.n / 10)::text)::uuid as id,
    case
        when f.n % ${every} = 0 then '${hot}'
        else 'SKU-' || (1000 + f.n * 7 % 1000)
    end as sku,
    1.000 + f.n % 5 as quantity,
    now() - interval '40 days' + f.n * interval '1 second' as reserved_at,
    '${status}' as status,
    (${expires_at}) as expires_at
from generate_series(0, ${count} - 1) as f (n);

-- The deals are copies of one that was opened through the library.
do $$
declare
    names text;
begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    into names
    from pg_attribute a
    where a.attrelid = 'cerniq.gold_negotiations'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
    execute format(
        'insert into cerniq.gold_negotiations (%1$s)
        select %2$s
        from (
            select f.negotiation_id, max(f.expires_at) as expires_at, jsonb_agg(f.id order by f.sku, f.id) as ids
            from fresh f
            group by f.negotiation_id
        ) f
        cross join cerniq.gold_negotiations t
        cross join lateral jsonb_populate_record(
            t,
            jsonb_build_object(''id'', f.negotiation_id, ''lead_id'', f.negotiation_id) || case
                when ''${status}'' = ''ACTIVE'' then jsonb_build_object(
                    ''held_until'', f.expires_at, ''held_reservations'', f.ids)
                else ''{}''
            end
        ) x
        where t.id = ''${template}''',
        names,
        (select string_agg('x.' || trim(name), ', ') from string_to_table(names, ',') name));
end
$$;

insert into cerniq.stock_reservations (
    tenant_id, negotiation_id, id, negotiation_version, sku, location, quantity, status, reserved_at, expires_at,
    ended_at, cancelled_reason
)
select
    '${tenant}', f.negotiation_id, f.id, 4, f.sku, 'principal', f.quantity, f.status, f.reserved_at, f.expires_at,
    case when f.status <> 'ACTIVE' then f.expires_at end,
    case when f.status = 'CANCELLED' then 'CANCELLED' end
from fresh f
order by f.n;

insert into cerniq.stock_movements (
    tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change, on_hand_after,
    reserved_after, negotiation_id, reservation_id, reason, actor_type, actor_id, actor_label, moved_at
)
select
    i.tenant_id, m.sku, i.location, i.movements + row_number() over in_turn, m.movement_type, 0, m.change,
    i.total_quantity, i.reserved_quantity + sum(m.change) over in_turn, m.negotiation_id, m.id, '', 'system',
    '00000000-0000-0000-0000-000000000000', 'filled', m.at
from (
    select n, 1 as turn, sku, 'RESERVATION' as movement_type, quantity as change, negotiation_id, id, reserved_at as at
    from fresh
    union all
    select n, 2, sku, 'RELEASE', -quantity, negotiation_id, id, expires_at
    from fresh
    where status <> 'ACTIVE'
) m
join cerniq.stock_inventory i on i.tenant_id = '${tenant}' and i.sku = m.sku and i.location = 'principal'
window in_turn as (partition by m.sku order by m.n, m.turn);

update cerniq.stock_inventory i
set reserved_quantity = i.reserved_quantity + case when '${status}' = 'ACTIVE' then f.quantity else 0 end,
    movements = i.movements + f.reservations * case when '${status}' = 'ACTIVE' then 1 else 2 end,
    last_movement_at = now()
from (
    select sku, count(*) as reservations, sum(quantity) as quantity
    from fresh
    group by sku
) f
where i.tenant_id = '${tenant}' and i.sku = f.sku and i.location = 'principal';

drop table fresh;
