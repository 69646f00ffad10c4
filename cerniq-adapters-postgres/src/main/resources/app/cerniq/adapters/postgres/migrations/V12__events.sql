-- What others are told: messages on their way, copies that wait for one consumer, what operators decided, and the archive.

-- Until now a row said no more than that an event stands in the journal, and nobody was ever told from it. The journal
-- keeps those events; what is promised to others begins here, with messages that say everything themselves.
drop table ${schema}.outbox;

create table ${schema}.outbox (
    tenant_id uuid not null,
    event_id uuid not null,
    -- The order. Who writes the next version of a deal has seen the one before, so its number is higher; between what is
    -- written at the same time there is no order. Nobody looks for new messages by it.
    entry bigint generated always as identity,
    stream text not null, -- what the event is about, as kind/id
    position bigint not null, -- the version of the deal, or the number of the movement; 0 where it is neither
    type text not null,
    event_version integer not null,
    payload jsonb not null,
    correlation_id uuid not null,
    causation_id uuid,
    occurred_at timestamptz not null,
    scheduled_for timestamptz,
    source text not null,
    source_version text not null,
    priority text not null,
    trace_id text,
    span_id text,
    parent_span_id text,
    attempts integer not null default 0,
    lease_id uuid,
    leased_until timestamptz, -- by the clock of the database: hosts need not agree on the time
    settled_at timestamptz,
    constraint "a message has a name, a version and a subject" check (
        type <> '' and event_version >= 1 and stream like '%_/_%' and jsonb_typeof(payload) = 'object'
    ),
    constraint "a trace has a span" check ((trace_id is null) = (span_id is null)),
    constraint "a lease has an end" check ((lease_id is null) = (leased_until is null)),
    constraint "what is settled is not leased" check (settled_at is null or lease_id is null),
    primary key (tenant_id, event_id)
)
-- Every row is updated twice, in columns that no index has until it is settled.
with (fillfactor = 60);
comment on table ${schema}.outbox is
    'Messages, written with what they tell of. Due is what is not settled, whenever it became visible; no reader trusts a number.';

create index outbox_due on ${schema}.outbox (tenant_id, entry) where settled_at is null;
create index outbox_settled on ${schema}.outbox (tenant_id, settled_at) where settled_at is not null;

create table ${schema}.outbox_set_aside (
    tenant_id uuid not null,
    consumer text not null,
    event_id uuid not null,
    stream text not null,
    position bigint not null, -- its entry; below zero for what is delivered again
    part integer not null,
    type text not null,
    event_version integer not null,
    payload jsonb not null,
    correlation_id uuid not null,
    causation_id uuid,
    occurred_at timestamptz not null,
    scheduled_for timestamptz,
    source text not null,
    source_version text not null,
    priority text not null,
    trace_id text,
    span_id text,
    parent_span_id text,
    standing text not null,
    attempts integer not null,
    since timestamptz not null,
    due_at timestamptz not null,
    last_error text not null,
    lease_id uuid,
    leased_until timestamptz,
    constraint "a copy waits for something" check (standing in ('FAILED', 'BEHIND', 'REPLAY', 'DEAD')),
    constraint "nobody delivers a dead letter" check (standing <> 'DEAD' or lease_id is null),
    constraint "a lease of a copy has an end" check ((lease_id is null) = (leased_until is null)),
    primary key (tenant_id, consumer, event_id)
);
create index outbox_set_aside_order
    on ${schema}.outbox_set_aside (tenant_id, consumer, stream, position, part, event_id);
create index outbox_set_aside_streams on ${schema}.outbox_set_aside (tenant_id, stream);

create table ${schema}.dead_letter_decisions (
    tenant_id uuid not null,
    decision_id uuid not null default gen_random_uuid(),
    kind text not null,
    consumer text not null,
    event_id uuid not null,
    actor_type text not null,
    actor_id uuid not null,
    actor_label text not null,
    decided_at timestamptz not null,
    reason text not null,
    error text not null,
    constraint "a decision is one of three" check (kind in ('RETRY', 'SKIP', 'REPLAY')),
    constraint "a decision says why" check (length(trim(reason)) between 1 and 500),
    primary key (tenant_id, decision_id)
);
create index dead_letter_decisions_by_time on ${schema}.dead_letter_decisions (tenant_id, decided_at);

create table ${schema}.event_archive (
    tenant_id uuid not null,
    event_id uuid not null,
    stream text not null,
    type text not null,
    event_version integer not null,
    payload jsonb not null,
    correlation_id uuid not null,
    causation_id uuid,
    occurred_at timestamptz not null,
    scheduled_for timestamptz,
    source text not null,
    source_version text not null,
    priority text not null,
    trace_id text,
    span_id text,
    parent_span_id text,
    primary key (tenant_id, event_id)
);
create index event_archive_by_time on ${schema}.event_archive (tenant_id, occurred_at, event_id);
create index event_archive_by_stream on ${schema}.event_archive (tenant_id, stream, occurred_at, event_id);

do $$
declare
    name text;
begin
    foreach name in array array['outbox', 'outbox_set_aside', 'dead_letter_decisions', 'event_archive'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
    -- For the two functions below, which run as the owner; nobody else gets a row of another tenant by it.
    foreach name in array array['outbox', 'outbox_set_aside'] loop
        execute format(
            'create policy overview on ${schema}.%I for select to %I using (current_setting(''cerniq.overview'', true) = ''yes'')',
            name,
            current_user);
    end loop;
end
$$;

-- Only what was delivered leaves.
create policy delivered_only on ${schema}.outbox as restrictive for delete using (settled_at is not null);

create trigger "what was written stays" before update or delete on ${schema}.dead_letter_decisions
    for each row execute function ${schema}.refuse();
create trigger "what was written is not emptied" before truncate on ${schema}.dead_letter_decisions
    for each statement execute function ${schema}.refuse();
create trigger "what is archived stays as it is" before update on ${schema}.event_archive
    for each row execute function ${schema}.refuse();

-- Whoever has nothing to deliver holds the lock and sleeps. Writers only try to share it, which costs nothing and waits for
-- nobody; who cannot wakes the sleeper. So a busy installation, whose dispatchers never sleep, sends no notification at
-- all: they would all queue for one lock of the server when they commit.
create function ${schema}.tell() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from told t
        where t.position > 0
            and t.stream like 'negotiation/%'
            and not exists (
                select from ${schema}.domain_events e
                where e.tenant_id = t.tenant_id
                    and e.stream_id = substr(t.stream, 13)::uuid
                    and e.version = t.position
            )
    ) then
        perform ${schema}.refuse_because('what is told of a deal stands in its journal', tg_table_name);
    end if;
    if not pg_try_advisory_xact_lock_shared(hashtext('${schema}.outbox'), 12) then
        perform pg_notify('${schema}_outbox', '');
    end if;
    return null;
end
$$;
create trigger "others are told" after insert on ${schema}.outbox
    referencing new table as told
    for each statement execute function ${schema}.tell();

-- An id by RFC 9562, version 7, for what the store itself notices: the time in front, and behind it what it is about
-- instead of chance, so that nothing is told twice.
create function ${schema}.event_id(at timestamptz, about text) returns uuid
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select (
        lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0')
        || '7' || substr(md5(about), 1, 3)
        || '8' || substr(md5(about), 4, 15)
    )::uuid
$$;

create function ${schema}.amount(amount numeric, unit text) returns jsonb
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'value',
        case
            when unit in ('buc', 'set', 'sac', 'palet') then round(amount, 0)
            when unit in ('m', 'mp', 'ha') then round(amount, 2)
            else round(amount, 3)
        end::text,
        'unit',
        unit
    )
$$;

create function ${schema}.instant(at timestamptz) returns text
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- Goods that run low are told with the alert, whoever raised it.
create function ${schema}.tell_low_stock() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into ${schema}.outbox (
        tenant_id, event_id, stream, position, type, event_version, payload, correlation_id, occurred_at, source,
        source_version, priority
    )
    select
        a.tenant_id, e.id, 'place/' || a.sku || '@' || a.location, a.movement_number, 'stock.low.alert', 1,
        jsonb_build_object(
            'sku', a.sku,
            'location', a.location,
            'movement', a.movement_number,
            'available', ${schema}.amount(a.available, i.unit),
            'threshold', ${schema}.amount(a.threshold, i.unit),
            'severity', case when a.available = 0 then 'CRITICAL' else 'HIGH' end
        ),
        e.id, a.raised_at, 'stock', '1', 'NORMAL'
    from raised a
    join ${schema}.stock_inventory i
        on i.tenant_id = a.tenant_id and i.sku = a.sku and i.location = a.location
    cross join lateral (
        select ${schema}.event_id(
            a.raised_at,
            a.tenant_id || '/stock.low.alert/' || a.sku || '/' || a.location || '/' || a.movement_number
        ) as id
    ) e;
    return null;
end
$$;
create trigger "low stock is told" after insert on ${schema}.stock_alerts
    referencing new table as raised
    for each statement execute function ${schema}.tell_low_stock();

-- Goods that are no longer held because the time was up are told by whoever noticed it first.
create function ${schema}.tell_expiry() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into ${schema}.outbox (
        tenant_id, event_id, stream, position, type, event_version, payload, correlation_id, occurred_at, source,
        source_version, priority
    )
    select
        r.tenant_id,
        ${schema}.event_id(r.ended_at, r.tenant_id || '/reservation.expired/' || r.id),
        'negotiation/' || r.negotiation_id,
        0, 'reservation.expired', 1,
        jsonb_build_object(
            'negotiationId', r.negotiation_id,
            'reservation', jsonb_build_object(
                'reservationId', r.id,
                'sku', r.sku,
                'location', r.location,
                'quantity', ${schema}.amount(r.quantity, i.unit)
            ),
            'expiredAt', ${schema}.instant(r.expires_at)
        ),
        r.negotiation_id, r.ended_at, 'stock', '1', 'NORMAL'
    from ended r
    join begun b on b.tenant_id = r.tenant_id and b.negotiation_id = r.negotiation_id and b.id = r.id
    join ${schema}.stock_inventory i
        on i.tenant_id = r.tenant_id and i.sku = r.sku and i.location = r.location
    where r.status = 'EXPIRED' and b.status = 'ACTIVE'
    on conflict (tenant_id, event_id) do nothing;
    return null;
end
$$;
create trigger "the end of a hold is told" after update on ${schema}.stock_reservations
    referencing old table as begun new table as ended
    for each statement execute function ${schema}.tell_expiry();

-- The only view across tenants: which of them have something to deliver, and how much waits in all.
create function ${schema}.outbox_due(at timestamptz, most bigint) returns setof uuid
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform set_config('cerniq.overview', 'yes', true);
    return query
        with recursive tenants (id) as (
            (
                select o.tenant_id
                from ${schema}.outbox o
                where o.settled_at is null
                order by o.tenant_id
                limit 1
            )
            union all
            select (
                select o.tenant_id
                from ${schema}.outbox o
                where o.settled_at is null and o.tenant_id > t.id
                order by o.tenant_id
                limit 1
            )
            from tenants t
            where t.id is not null
        ),
        waiting as (
            select t.id, oldest.event_id
            from tenants t
            cross join lateral (
                select o.event_id
                from ${schema}.outbox o
                where o.tenant_id = t.id
                    and o.settled_at is null
                    and (o.scheduled_for is null or o.scheduled_for <= at)
                    and (o.leased_until is null or o.leased_until <= clock_timestamp())
                order by o.entry
                limit 1
            ) oldest
            union all
            select s.tenant_id, s.event_id
            from ${schema}.outbox_set_aside s
            where s.standing <> 'DEAD'
                and (s.due_at <= at or s.since > at + interval '1 minute')
                and (s.leased_until is null or s.leased_until <= clock_timestamp())
                and not exists (
                    select from ${schema}.outbox_set_aside e
                    where e.tenant_id = s.tenant_id
                        and e.consumer = s.consumer
                        and e.stream = s.stream
                        and (e.position, e.part, e.event_id) < (s.position, s.part, s.event_id)
                )
        )
        select w.id
        from waiting w
        group by w.id
        order by min(w.event_id::text)
        limit most;
    perform set_config('cerniq.overview', '', true);
end
$$;

create function ${schema}.outbox_backlog(tenant uuid, at timestamptz)
    returns table (pending bigint, oldest timestamptz, set_aside bigint, dead bigint)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform set_config('cerniq.overview', 'yes', true);
    return query
        select o.pending, o.oldest, s.set_aside, s.dead
        from (
            select count(*) as pending, min(b.occurred_at) as oldest
            from ${schema}.outbox b
            where b.settled_at is null and (tenant is null or b.tenant_id = tenant)
        ) o
        cross join (
            select count(*) as set_aside, count(*) filter (where a.standing = 'DEAD') as dead
            from ${schema}.outbox_set_aside a
            where tenant is null or a.tenant_id = tenant
        ) s;
    perform set_config('cerniq.overview', '', true);
end
$$;

create function ${schema}.outbox_delivered(before timestamptz, most bigint) returns setof uuid
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform set_config('cerniq.overview', 'yes', true);
    return query
        select o.tenant_id
        from ${schema}.outbox o
        where o.settled_at < before
        group by o.tenant_id
        order by min(o.settled_at)
        limit most;
    perform set_config('cerniq.overview', '', true);
end
$$;

grant select, insert, delete on ${schema}.outbox, ${schema}.outbox_set_aside, ${schema}.event_archive to ${runtimeRole};
grant update (attempts, lease_id, leased_until, settled_at) on ${schema}.outbox to ${runtimeRole};
grant update (standing, attempts, since, due_at, last_error, lease_id, leased_until) on ${schema}.outbox_set_aside
    to ${runtimeRole};
grant select, insert on ${schema}.dead_letter_decisions to ${runtimeRole};

revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (12);
