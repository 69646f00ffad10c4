-- What every tenant's automation did lately, how much of it is too much, and when it stood still. A tenant's agents do
-- not act while it does, however they got in.

create table ${schema}.automation_bounds (
    tenant_id uuid not null references ${schema}.tenants (id),
    signal text not null,
    occurrences integer not null,
    window_minutes integer not null,
    updated_at timestamptz not null default now(),
    primary key (tenant_id, signal),
    constraint "a signal is refusal, discount, message or failure"
        check (signal in ('REFUSAL', 'DISCOUNT', 'MESSAGE', 'FAILURE')),
    constraint "a bound allows 1 or more" check (occurrences >= 1),
    constraint "a window lasts a minute to a day" check (window_minutes between 1 and 1440)
);

create table ${schema}.automation_signals (
    tenant_id uuid not null references ${schema}.tenants (id),
    signal text not null,
    minute timestamptz not null,
    occurrences bigint not null,
    primary key (tenant_id, signal, minute),
    constraint "signals are counted from 1" check (occurrences >= 1)
);
comment on table ${schema}.automation_signals is 'Counted by the minute; what is older than a day counts for nothing.';

create table ${schema}.automation_parks (
    tenant_id uuid not null references ${schema}.tenants (id),
    parked_at timestamptz not null,
    parked_by_type text not null,
    parked_by uuid not null,
    parked_by_label text not null,
    signal text,
    bound_occurrences integer,
    bound_minutes integer,
    occurrences bigint not null,
    reason text not null,
    ended_at timestamptz,
    ended_by_type text,
    ended_by uuid,
    ended_by_label text,
    end_reason text,
    primary key (tenant_id, parked_at),
    constraint "a park has a reason" check (length(reason) between 1 and 500),
    constraint "a park of the engine names its bound"
        check (num_nulls(signal, bound_occurrences, bound_minutes) in (0, 3)),
    constraint "a park ends once, by a person and for a reason" check (
        num_nulls(ended_at, ended_by_type, ended_by, ended_by_label, end_reason) in (0, 5)
        and (ended_at is null or (ended_at >= parked_at and ended_by_type = 'user'))
        and (end_reason is null or length(end_reason) between 1 and 500)
    )
);
create unique index "a tenant is parked once at a time" on ${schema}.automation_parks (tenant_id)
    where ended_at is null;

create trigger "a park only ends"
    before update on ${schema}.automation_parks for each row
    when (
        old.ended_at is not null
        or (new.tenant_id, new.parked_at, new.parked_by, new.occurrences, new.reason)
            is distinct from (old.tenant_id, old.parked_at, old.parked_by, old.occurrences, old.reason)
    )
    execute function ${schema}.refuse();
create trigger "a park is never deleted" before delete on ${schema}.automation_parks
    for each row execute function ${schema}.refuse();
create trigger "parks are not emptied" before truncate on ${schema}.automation_parks
    for each statement execute function ${schema}.refuse();

create function ${schema}.check_automation() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from ${schema}.automation_parks p where p.tenant_id = new.tenant_id and p.ended_at is null
    ) then
        perform ${schema}.refuse_because(
            'no agent acts while automation is parked', format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

create trigger "no agent acts while automation is parked"
    -- Every act raises the version; a deadline that is put off is nobody's act.
    after insert or update of version on ${schema}.gold_negotiations for each row
    when (new.updated_by_type = 'ai_agent')
    execute function ${schema}.check_automation();

do $$
declare
    name text;
begin
    foreach name in array array['automation_bounds', 'automation_signals', 'automation_parks'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;

grant select, insert, update on ${schema}.automation_bounds to ${runtimeRole};
grant select, insert, update, delete on ${schema}.automation_signals to ${runtimeRole};
grant select, insert, update on ${schema}.automation_parks to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (16);
