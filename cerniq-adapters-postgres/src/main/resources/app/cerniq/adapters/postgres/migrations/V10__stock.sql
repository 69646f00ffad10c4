-- Where goods lie, what is held for whom, and a ledger of every change; and I1 and I2 a second time.
--
-- One row per SKU and location carries the counters and is the lock of everything that is held there: whoever begins,
-- ends or prolongs a reservation locks its place first, and places in the order of SKU and location. Reservations that
-- have ended are in no index but that of their deal, so the cost of a reservation does not grow with the table.

-- The owner of the tables is bound by row security too, and could not see the rows that are to be moved.
alter table ${schema}.tenants no force row level security;
alter table ${schema}.stock_inventory no force row level security;

-- The catalogue has this column as well; whichever script is first makes it.
alter table ${schema}.gold_products add column if not exists track_inventory boolean not null default true;

create table ${schema}.stock_locations (
    tenant_id uuid not null,
    code text collate "C" not null,
    kind text not null default 'WAREHOUSE',
    name text not null,
    archived_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, code),
    constraint "a location belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a location's code is short and plain" check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    constraint "a location is a warehouse, a store or virtual" check (kind in ('WAREHOUSE', 'STORE', 'VIRTUAL')),
    constraint "a location has a name" check (length(name) between 1 and 100)
);

-- Every tenant has its principal location, however it was set up.
create function ${schema}.open_principal_location() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into ${schema}.stock_locations (tenant_id, code, name)
    values (new.id, 'principal', 'Principal');
    return null;
end
$$;

create trigger "every tenant has a principal location"
    after insert on ${schema}.tenants for each row
    execute function ${schema}.open_principal_location();

insert into ${schema}.stock_locations (tenant_id, code, name)
select id, 'principal', 'Principal'
from ${schema}.tenants;

-- The warehouses of the first release were ids without a name; the fixed default was the principal one.
alter table ${schema}.stock_inventory add column location text collate "C";
update ${schema}.stock_inventory
set location = case warehouse_id
    when '00000000-0000-0000-0000-000000000000' then 'principal'
    else warehouse_id::text
end;
insert into ${schema}.stock_locations (tenant_id, code, name)
select distinct tenant_id, location, location
from ${schema}.stock_inventory
on conflict (tenant_id, code) do nothing;

alter table ${schema}.stock_inventory
    drop constraint stock_inventory_pkey,
    drop column available_quantity,
    drop column warehouse_id,
    alter column location set not null,
    alter column total_quantity type numeric(15, 3),
    alter column reserved_quantity type numeric(15, 3),
    add column safety_stock numeric(15, 3) not null default 0,
    add column low_stock_threshold numeric(15, 3) not null default 10,
    add column reorder_point numeric(15, 3) not null default 20,
    add column reorder_quantity numeric(15, 3) default 100,
    add column incoming_quantity numeric(15, 3),
    add column next_restock_date date,
    add column movements bigint not null default 0,
    add column last_movement_at timestamptz,
    add column last_counted_at timestamptz,
    add column source_synced_at timestamptz,
    add column changed_since_sync boolean not null default false,
    add primary key (tenant_id, sku, location);
-- Reserved is the sum of reservations, and there have been none: whoever wrote another figure promised it to nobody.
update ${schema}.stock_inventory
set reserved_quantity = 0,
    movements = case when total_quantity > 0 then 1 else 0 end,
    last_movement_at = case when total_quantity > 0 then updated_at end
where reserved_quantity <> 0 or total_quantity > 0;
alter table ${schema}.stock_inventory
    add column available_quantity numeric(15, 3) not null
        generated always as (greatest(total_quantity - reserved_quantity - safety_stock, 0)) stored,
    add constraint "goods lie at a location" foreign key (tenant_id, location)
        references ${schema}.stock_locations (tenant_id, code),
    -- I1. Reserved is no more than the total less the safety stock: nobody promises what is not there.
    add constraint "no more is reserved than there is" check (
        reserved_quantity <= greatest(total_quantity - safety_stock, 0)
    ),
    add constraint "thresholds are not negative" check (
        least(safety_stock, low_stock_threshold, reorder_point, movements) >= 0 and reorder_quantity > 0
    ),
    add constraint "what is on its way has a day" check (
        (incoming_quantity is null) = (next_restock_date is null) and incoming_quantity > 0
    );
-- Counters change all the time and stand in no index, so that the new version of a row stays on its page.
alter table ${schema}.stock_inventory set (fillfactor = 70);
create index stock_inventory_by_place on ${schema}.stock_inventory (tenant_id, sku collate "C", location);
create index stock_inventory_by_location on ${schema}.stock_inventory (tenant_id, location, sku collate "C");
comment on column ${schema}.stock_inventory.available_quantity is
    'What could be promised if nothing had expired since the counters were written; readers subtract what has.';
comment on column ${schema}.stock_inventory.movements is
    'The number of the last row in the ledger of this place; numbers have no gaps.';
comment on column ${schema}.stock_inventory.changed_since_sync is
    'Something other than an import changed what is on hand since the last import.';

create table ${schema}.stock_reservations (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    id uuid not null,
    negotiation_version bigint not null, -- the change of the deal with which it began
    sku text not null,
    location text collate "C" not null,
    quantity numeric(15, 3) not null,
    status text not null,
    reserved_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    cancelled_reason text,
    primary key (tenant_id, negotiation_id, id),
    constraint "a reservation belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "a reservation is of goods at a place" foreign key (tenant_id, sku, location)
        references ${schema}.stock_inventory (tenant_id, sku, location),
    constraint "a reservation is of more than nothing" check (quantity > 0),
    constraint "a reservation has one of four statuses" check (
        status in ('ACTIVE', 'CONVERTED', 'EXPIRED', 'CANCELLED')
    ),
    constraint "what has ended has an end" check ((status = 'ACTIVE') = (ended_at is null)),
    constraint "what was cancelled was so for a reason" check (
        (status = 'CANCELLED') = (cancelled_reason is not null)
        and cancelled_reason in ('CANCELLED', 'REPLACED', 'DEAD', 'LEFT', 'EXPIRED', 'DISPLACED')
    ),
    constraint "a reservation expires when its time is up" check (status <> 'EXPIRED' or ended_at >= expires_at)
);
-- Oldest first: for ending what is due at a place, and for sweeping.
create index stock_reservations_at_place on ${schema}.stock_reservations (tenant_id, sku, location, expires_at)
    where status = 'ACTIVE';
-- Only who says both may sweep by it: where little was active, questions about a place went through all that is due.
create index stock_reservations_to_sweep on ${schema}.stock_reservations (tenant_id, expires_at)
    where status = 'ACTIVE' and ended_at is null;

create table ${schema}.stock_movements (
    tenant_id uuid not null,
    sku text not null,
    location text collate "C" not null,
    movement_number bigint not null, -- per place, from 1, without gaps
    movement_type text not null,
    on_hand_change numeric(15, 3) not null,
    reserved_change numeric(15, 3) not null,
    on_hand_after numeric(15, 3) not null,
    reserved_after numeric(15, 3) not null,
    negotiation_id uuid,
    reservation_id uuid,
    reason text not null,
    actor_type text not null,
    actor_id uuid not null,
    actor_label text not null,
    moved_at timestamptz not null,
    primary key (tenant_id, sku, location, movement_number),
    constraint "a movement is one of nine" check (
        case movement_type
            when 'RESERVATION' then on_hand_change = 0 and reserved_change > 0
            when 'RELEASE' then on_hand_change = 0 and reserved_change < 0
            when 'SALE' then on_hand_change < 0 and reserved_change in (0, on_hand_change)
            when 'PURCHASE' then on_hand_change > 0 and reserved_change = 0
            when 'RETURN' then on_hand_change > 0 and reserved_change = 0
            when 'TRANSFER' then on_hand_change <> 0 and reserved_change = 0
            when 'ADJUSTMENT' then reserved_change = 0
            when 'SYNC' then reserved_change = 0
            when 'REPAIR' then true
            else false
        end
    ),
    constraint "goods move for a deal by its reservations" check (
        (reservation_id is null) = (negotiation_id is null)
        and (reservation_id is not null) = (movement_type in ('RESERVATION', 'RELEASE', 'SALE', 'RETURN'))
    )
);
comment on table ${schema}.stock_movements is
    'The ledger: adding up the changes of a place gives its counters, in order and at every step.';
-- So goods also come back at most once.
create unique index "a reservation begins, ends and comes back once"
    on ${schema}.stock_movements (tenant_id, negotiation_id, reservation_id, movement_type)
    where reservation_id is not null;

insert into ${schema}.stock_movements (
    tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change, on_hand_after,
    reserved_after, reason, actor_type, actor_id, actor_label, moved_at
)
select
    tenant_id, sku, location, 1, 'ADJUSTMENT', total_quantity, 0, total_quantity, 0,
    'on hand when the ledger began', 'system', '00000000-0000-0000-0000-000000000000', 'migration', updated_at
from ${schema}.stock_inventory
where total_quantity > 0;

create table ${schema}.stock_alerts (
    tenant_id uuid not null,
    sku text not null,
    location text collate "C" not null,
    movement_number bigint not null,
    available numeric(15, 3) not null,
    threshold numeric(15, 3) not null,
    raised_at timestamptz not null,
    primary key (tenant_id, sku, location, movement_number),
    constraint "an alert has its movement" foreign key (tenant_id, sku, location, movement_number)
        references ${schema}.stock_movements (tenant_id, sku, location, movement_number),
    constraint "an alert tells of little" check (available between 0 and threshold)
);
create index stock_alerts_by_time on ${schema}.stock_alerts (tenant_id, raised_at);

-- Bookings have keys of their own: what a key did is read back in another form than a command's.
alter table ${schema}.idempotency_keys
    add column about text not null default 'negotiation',
    drop constraint "a key has one effect per tenant",
    add constraint "a key has one effect per tenant" primary key (tenant_id, about, key);

alter table ${schema}.gold_negotiations
    add column sales_channel text not null default 'direct',
    add column held_until timestamptz,
    add column held_reservations uuid[] not null default '{}',
    add column sold_reservations uuid[] not null default '{}';
comment on column ${schema}.gold_negotiations.held_reservations is
    'What was held last. It is held until held_until and not a moment longer, whether or not anybody has swept up.';
comment on column ${schema}.gold_negotiations.sold_reservations is
    'What left with the invoice and has not come back.';

-- Every counter is what its ledger says.
create function ${schema}.check_ledger() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    total_before numeric := 0;
    reserved_before numeric := 0;
    movements_before bigint := 0;
    agrees boolean;
begin
    if tg_op = 'UPDATE' then
        total_before := old.total_quantity;
        reserved_before := old.reserved_quantity;
        movements_before := old.movements;
    end if;
    if new.movements = movements_before then
        -- Without a movement a counter that had drifted may be set to what the ledger says, and to nothing else.
        select coalesce(sum(m.on_hand_change), 0) = new.total_quantity
            and coalesce(sum(m.reserved_change), 0) = new.reserved_quantity
        into agrees
        from ${schema}.stock_movements m
        where m.tenant_id = new.tenant_id and m.sku = new.sku and m.location = new.location;
    else
        select count(*) = new.movements - movements_before
            and bool_and(
                m.on_hand_after = total_before + m.on_hand_so_far
                and m.reserved_after = reserved_before + m.reserved_so_far
            )
            and total_before + sum(m.on_hand_change) = new.total_quantity
            and reserved_before + sum(m.reserved_change) = new.reserved_quantity
        into agrees
        from (
            select
                l.on_hand_change, l.reserved_change, l.on_hand_after, l.reserved_after,
                sum(l.on_hand_change) over in_order as on_hand_so_far,
                sum(l.reserved_change) over in_order as reserved_so_far
            from ${schema}.stock_movements l
            where l.tenant_id = new.tenant_id
                and l.sku = new.sku
                and l.location = new.location
                and l.movement_number > movements_before
                and l.movement_number <= new.movements
            window in_order as (order by l.movement_number)
        ) m;
    end if;
    if agrees is not true then
        perform ${schema}.refuse_because(
            'every change of stock is a movement', format('%s at %s', new.sku, new.location));
    elsif new.total_quantity > total_before and not exists (
        select from ${schema}.stock_locations o
        where o.tenant_id = new.tenant_id and o.code = new.location and o.archived_at is null
    ) then
        perform ${schema}.refuse_because('goods lie only where it is open', new.location);
    end if;
    return null;
end
$$;

create function ${schema}.check_movement() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from ${schema}.stock_inventory i
        where i.tenant_id = new.tenant_id
            and i.sku = new.sku
            and i.location = new.location
            and i.movements >= new.movement_number
    ) then
        perform ${schema}.refuse_because(
            'every movement is counted', format('%s of %s at %s', new.movement_number, new.sku, new.location));
    end if;
    return null;
end
$$;

-- A reservation is what its deal says that it is, and its beginning and its end stand in the ledger.
create function ${schema}.check_reservation() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text;
begin
    if new.status in ('ACTIVE', 'CONVERTED') and not exists (
        select from ${schema}.gold_negotiations n
        where n.tenant_id = new.tenant_id
            and n.id = new.negotiation_id
            and case new.status
                when 'ACTIVE' then new.id = any (n.held_reservations) and n.held_until = new.expires_at
                else new.id = any (n.sold_reservations)
            end
    ) then
        broken := 'a reservation is one of its deal';
    elsif tg_op = 'INSERT' and new.status not in ('ACTIVE', 'CONVERTED') then
        broken := 'a reservation does not begin at its end';
    elsif (tg_op = 'INSERT' or new.status <> 'ACTIVE') and not exists (
        select from ${schema}.stock_movements m
        where m.tenant_id = new.tenant_id
            and m.negotiation_id = new.negotiation_id
            and m.reservation_id = new.id
            and m.sku = new.sku
            and m.location = new.location
            and case new.status
                when 'ACTIVE' then m.movement_type = 'RESERVATION' and m.reserved_change = new.quantity
                when 'CONVERTED' then m.movement_type = 'SALE'
                    and m.on_hand_change = -new.quantity
                    and m.reserved_change = case tg_op when 'INSERT' then 0 else -new.quantity end
                else m.movement_type = 'RELEASE' and m.reserved_change = -new.quantity
            end
    ) then
        broken := 'a reservation begins and ends in the ledger';
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('%s of %s', new.id, new.negotiation_id));
    end if;
    return null;
end
$$;

-- I2. What a deal holds is what its quote says, of goods that are kept in stock; and what it sold came back or did not.
-- Whether somebody's clock was ahead and swept a reservation already is not the question here: the deal's own list is.
-- What is active is said in a way that only the key of the deal answers: where little was active when statistics were
-- taken, the indexes of what is look cheaper, and would be read from end to end.
create function ${schema}.check_holding() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text;
begin
    if (new.held_until is null) <> (cardinality(new.held_reservations) = 0) then
        broken := 'what is held is held until a time';
    elsif (new.held_until, new.held_reservations) is distinct from (old.held_until, old.held_reservations)
        and cardinality(new.held_reservations) <> (
            select count(*)
            from ${schema}.stock_reservations r
            where r.tenant_id = new.tenant_id
                and r.negotiation_id = new.id
                and r.id = any (new.held_reservations)
                and r.ended_at is null
                and r.expires_at = new.held_until
        ) then
        broken := 'what a deal says that it holds is held';
    elsif exists (
        select from ${schema}.stock_reservations r
        where r.tenant_id = new.tenant_id
            and r.negotiation_id = new.id
            and r.ended_at is null
            and r.expires_at > new.updated_at
            and r.id <> all (new.held_reservations)
    ) then
        broken := 'nothing is held but what the deal says';
    elsif new.held_until > new.updated_at and exists (
        select
        from (
            select i.sku, i.quantity, coalesce(p.track_inventory, false) as is_kept
            from ${schema}.negotiation_items i
            left join ${schema}.gold_products p on p.tenant_id = i.tenant_id and p.sku = i.sku
            where i.tenant_id = new.tenant_id
                and i.negotiation_id = new.id
                and i.quote_number = new.quote_count
                and new.quote_hash is not null
        ) q
        full join (
            select r.sku, sum(r.quantity) as quantity
            from ${schema}.stock_reservations r
            where r.tenant_id = new.tenant_id
                and r.negotiation_id = new.id
                and r.id = any (new.held_reservations)
            group by r.sku
        ) h on h.sku = q.sku
        where q.sku is null or (q.is_kept and h.quantity is distinct from q.quantity)
    ) then
        broken := 'what is held is what is quoted';
    elsif new.sold_reservations <> old.sold_reservations and (
        cardinality(new.sold_reservations) <> (
            select count(*)
            from ${schema}.stock_reservations r
            where r.tenant_id = new.tenant_id
                and r.negotiation_id = new.id
                and r.id = any (new.sold_reservations)
                and r.status = 'CONVERTED'
        )
        or exists (
            select from unnest(old.sold_reservations) s (id)
            where s.id <> all (new.sold_reservations)
                and not exists (
                    select from ${schema}.stock_movements m
                    where m.tenant_id = new.tenant_id
                        and m.negotiation_id = new.id
                        and m.reservation_id = s.id
                        and m.movement_type = 'RETURN'
                )
        )
    ) then
        broken := 'what a deal sold left, and what came back came back';
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

create function ${schema}.check_archiving() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from ${schema}.stock_inventory i
        where i.tenant_id = new.tenant_id
            and i.location = new.code
            and (i.total_quantity > 0 or i.reserved_quantity > 0)
    ) then
        perform ${schema}.refuse_because('an archived location is empty', new.code);
    end if;
    return null;
end
$$;

create trigger "every new counter has its movements"
    after insert on ${schema}.stock_inventory for each row
    when ((new.total_quantity, new.reserved_quantity, new.movements) is distinct from (0, 0, 0))
    execute function ${schema}.check_ledger();

create trigger "every change of stock is a movement"
    after update on ${schema}.stock_inventory for each row
    when (
        new.total_quantity <> old.total_quantity
        or new.reserved_quantity <> old.reserved_quantity
        or new.movements <> old.movements
    )
    execute function ${schema}.check_ledger();

create trigger "a place stays what it is"
    after update on ${schema}.stock_inventory for each row
    when (
        (new.tenant_id, new.sku, new.location, new.unit)
        is distinct from
        (old.tenant_id, old.sku, old.location, old.unit)
    )
    execute function ${schema}.refuse();

create trigger "a counter is never deleted"
    before delete on ${schema}.stock_inventory for each row
    execute function ${schema}.refuse();

create trigger "every movement is counted"
    after insert on ${schema}.stock_movements for each row
    execute function ${schema}.check_movement();

create trigger "a reservation begins as its deal says"
    after insert on ${schema}.stock_reservations for each row
    execute function ${schema}.check_reservation();

create trigger "a reservation changes as its deal says"
    after update on ${schema}.stock_reservations for each row
    when (new.status <> old.status or new.expires_at <> old.expires_at)
    execute function ${schema}.check_reservation();

create trigger "an ended reservation stays as it ended"
    after update on ${schema}.stock_reservations for each row
    when (old.status <> 'ACTIVE')
    execute function ${schema}.refuse();

create trigger "a reservation does not change, it ends"
    after update on ${schema}.stock_reservations for each row
    when (
        (
            new.tenant_id, new.negotiation_id, new.id, new.negotiation_version, new.sku, new.location, new.quantity,
            new.reserved_at
        )
        is distinct from
        (
            old.tenant_id, old.negotiation_id, old.id, old.negotiation_version, old.sku, old.location, old.quantity,
            old.reserved_at
        )
    )
    execute function ${schema}.refuse();

create trigger "a reservation is never deleted"
    before delete on ${schema}.stock_reservations for each row
    execute function ${schema}.refuse();

create trigger "reservations are not emptied"
    before truncate on ${schema}.stock_reservations for each statement
    execute function ${schema}.refuse();

create trigger "an archived location is empty"
    after update on ${schema}.stock_locations for each row
    when (new.archived_at is not null and old.archived_at is null)
    execute function ${schema}.check_archiving();

create trigger "a location is never deleted"
    before delete on ${schema}.stock_locations for each row
    execute function ${schema}.refuse();

create trigger "a negotiation begins with nothing held or sold"
    after insert on ${schema}.gold_negotiations for each row
    when (
        new.held_until is not null or new.held_reservations <> '{}' or new.sold_reservations <> '{}'
    )
    execute function ${schema}.refuse();

create trigger "what is held is what is quoted"
    after update on ${schema}.gold_negotiations for each row
    when (
        new.held_until is distinct from old.held_until
        or new.held_reservations <> old.held_reservations
        or new.sold_reservations <> old.sold_reservations
        or (
            new.held_until is not null
            and (new.quote_hash is distinct from old.quote_hash or new.quote_count <> old.quote_count)
        )
    )
    execute function ${schema}.check_holding();

create trigger "a negotiation stays in its sales channel"
    after update on ${schema}.gold_negotiations for each row
    when (new.sales_channel <> old.sales_channel)
    execute function ${schema}.refuse();

do $$
declare
    name text;
begin
    foreach name in array array['stock_locations', 'stock_reservations', 'stock_movements', 'stock_alerts'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
    foreach name in array array['stock_movements', 'stock_alerts'] loop
        execute format(
            'create trigger "what was written stays" before update or delete on ${schema}.%I
                for each row execute function ${schema}.refuse()',
            name);
        execute format(
            'create trigger "what was written is not emptied" before truncate on ${schema}.%I
                for each statement execute function ${schema}.refuse()',
            name);
    end loop;
end
$$;
alter table ${schema}.tenants force row level security;
alter table ${schema}.stock_inventory force row level security;

grant select, insert, update on ${schema}.stock_locations, ${schema}.stock_reservations to ${runtimeRole};
grant select, insert on ${schema}.stock_movements, ${schema}.stock_alerts to ${runtimeRole};

revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (10);
