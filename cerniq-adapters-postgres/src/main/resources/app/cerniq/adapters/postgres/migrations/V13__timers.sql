-- How long a deal may stay as it is, what runs on a schedule, and what somebody has to look at.

-- The owner of the tables is bound by row security too, and could not see the rows that get a deadline.
alter table ${schema}.gold_negotiations no force row level security;

alter table ${schema}.gold_negotiations
    add column deadline_timer text,
    add column deadline_at timestamptz,
    add column deadline_version bigint,
    add column told_of timestamptz,
    add column wake_at timestamptz;
comment on column ${schema}.gold_negotiations.deadline_at is
    'Until when the deal may stay as it is: reckoned with every change from the rules and the times of the tenant.';
comment on column ${schema}.gold_negotiations.told_of is
    'The deadline of which somebody was told last.';
comment on column ${schema}.gold_negotiations.wake_at is
    'When to look at the deadline: then or earlier. Activity puts the deadline off and leaves this, so that no index changes.';

-- Deals that are under way get a deadline that counts from now: nobody is lost by a new release.
alter table ${schema}.gold_negotiations disable trigger user;
update ${schema}.gold_negotiations
set deadline_version = version,
    deadline_timer = case
        when current_state = 'DISCOVERY' then 'STALLED'
        when current_state = 'PROPOSAL' then 'QUOTE_EXPIRED'
        when current_state = 'NEGOTIATION' then 'NO_ANSWER'
        when current_state = 'CLOSING' then 'AGREEMENT_LAPSED'
        when current_state = 'PROFORMA_SENT' and proforma_accepted_at is null and proforma_rejected_at is null
            then 'PROFORMA_EXPIRED'
        when current_state = 'INVOICED' and storno_ref is null and paid_value < invoice_gross then 'PAYMENT_DUE'
        else 'STUCK'
    end
where current_state not in ('PAID', 'DEAD');
update ${schema}.gold_negotiations
set deadline_at = case deadline_timer
        when 'STALLED' then now() + interval '72 hours'
        when 'AGREEMENT_LAPSED' then now() + interval '24 hours'
        when 'STUCK' then now() + interval '72 hours'
        when 'PROFORMA_EXPIRED' then greatest(proforma_expires_at, now() + interval '24 hours')
        when 'PAYMENT_DUE' then greatest(invoice_issued_at + interval '720 hours', now() + interval '24 hours')
        else now() + interval '168 hours'
    end
where deadline_timer is not null;
update ${schema}.gold_negotiations
set wake_at = deadline_at
where deadline_at is not null;
alter table ${schema}.gold_negotiations enable trigger user;

alter table ${schema}.gold_negotiations
    add constraint "a deadline has a timer and a version" check (
        (deadline_at is null) = (deadline_timer is null) and (deadline_at is null) = (deadline_version is null)
    ),
    -- B42. Whoever changes a deal reckons its deadline again; one that was forgotten could fire for a state that was left.
    add constraint "a deadline belongs to the version that stands" check (deadline_version = version),
    add constraint "a deal that is closed waits for nothing" check (
        deadline_at is null or current_state not in ('PAID', 'DEAD')
    ),
    add constraint "a deadline is never overslept" check (
        deadline_at is null or coalesce(wake_at <= deadline_at, false)
    ),
    add constraint "a deadline is one of seven" check (
        deadline_timer in (
            'STALLED', 'QUOTE_EXPIRED', 'NO_ANSWER', 'AGREEMENT_LAPSED', 'PROFORMA_EXPIRED', 'PAYMENT_DUE', 'STUCK'
        )
    );
-- A deadline may be put off without a change of the deal. Whoever touches anything else is checked as before.
do $$
declare
    guarded text;
begin
    select string_agg(quote_ident(a.attname), ', ')
    into guarded
    from pg_catalog.pg_attribute a
    where a.attrelid = '${schema}.gold_negotiations'::regclass
        and a.attnum > 0
        and not a.attisdropped
        and a.attgenerated = ''
        and a.attname not in ('deadline_timer', 'deadline_at', 'deadline_version', 'wake_at');
    drop trigger "a negotiation is well formed" on ${schema}.gold_negotiations;
    execute format(
        'create trigger "a negotiation is well formed"
            after insert or update of %s on ${schema}.gold_negotiations for each row
            execute function ${schema}.check_negotiation()',
        guarded);
end
$$;

create index gold_negotiations_to_wake on ${schema}.gold_negotiations (tenant_id, wake_at, id)
    where wake_at is not null;
-- Tells who has a session, not until when: every tool call prolongs it, and must not touch an index.
create index gold_negotiations_with_session on ${schema}.gold_negotiations (tenant_id, id)
    where mcp_session_id is not null;

-- In which times a tenant differs from the rules; null is as the rules say.
create table ${schema}.tenant_time_limits (
    tenant_id uuid not null,
    timer text not null,
    lasts_seconds bigint,
    updated_at timestamptz not null default now(),
    primary key (tenant_id, timer),
    constraint "a time limit belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a time limit is 1 minute to 365 days" check (lasts_seconds between 60 and 31536000),
    constraint "a time limit is of one of seven timers" check (
        timer in (
            'STALLED', 'QUOTE_EXPIRED', 'NO_ANSWER', 'AGREEMENT_LAPSED', 'PROFORMA_EXPIRED', 'PAYMENT_DUE', 'STUCK'
        )
    )
);

-- What somebody has to look at, by when, and what became of it.
create table ${schema}.human_tasks (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    kind text not null,
    subject_kind text not null,
    subject_id text not null,
    cause text not null,
    title text not null,
    priority text not null,
    role text not null,
    escalation_level integer not null,
    status text not null,
    assigned_to uuid,
    opened_at timestamptz not null,
    warn_at timestamptz,
    due_at timestamptz not null,
    wake_at timestamptz,
    primary key (tenant_id, id),
    constraint "a task belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "for one topic there is one task" unique (tenant_id, kind, subject_kind, subject_id, cause),
    constraint "a task has one of eight statuses" check (
        status in ('pending', 'assigned', 'in_review', 'escalated', 'approved', 'rejected', 'expired', 'cancelled')
    ),
    constraint "a task hurries in one of four ways" check (priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    constraint "an open task is looked at again" check (
        (wake_at is null) = (status in ('approved', 'rejected', 'expired', 'cancelled'))
    ),
    constraint "a warning comes before the deadline" check (warn_at < due_at)
);
create index human_tasks_to_wake on ${schema}.human_tasks (tenant_id, wake_at, id) where wake_at is not null;

create table ${schema}.human_task_history (
    tenant_id uuid not null,
    task_id uuid not null,
    version bigint not null,
    what text not null,
    actor_type text not null,
    actor_id uuid not null,
    actor_label text not null,
    happened_at timestamptz not null,
    note text not null,
    primary key (tenant_id, task_id, version),
    constraint "a line is of a task" foreign key (tenant_id, task_id) references ${schema}.human_tasks (tenant_id, id),
    constraint "a line says why" check (length(note) between 1 and 500)
);

create function ${schema}.check_human_task() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text;
begin
    if tg_op = 'UPDATE' and old.status in ('approved', 'rejected', 'expired', 'cancelled') then
        broken := 'a task is closed once';
    elsif tg_op = 'UPDATE' and new.version <> old.version + 1 or tg_op = 'INSERT' and new.version <> 1 then
        broken := 'the version of a task grows by exactly one';
    elsif not exists (
        select from ${schema}.human_task_history h
        where h.tenant_id = new.tenant_id
            and h.task_id = new.id
            and h.version = new.version
            and (
                new.status not in ('approved', 'rejected', 'expired', 'cancelled') or h.what = upper(new.status)
            )
    ) then
        broken := 'every change of a task is a line of its history';
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

create trigger "a task is closed once and has a history"
    after insert or update on ${schema}.human_tasks for each row
    execute function ${schema}.check_human_task();
create trigger "a task is never deleted" before delete on ${schema}.human_tasks
    for each row execute function ${schema}.refuse();
create trigger "what was written stays" before update or delete on ${schema}.human_task_history
    for each row execute function ${schema}.refuse();
create trigger "what was written is not emptied" before truncate on ${schema}.human_task_history
    for each statement execute function ${schema}.refuse();

-- Which job runs next, and which process has it; the columns are those of db-scheduler. It belongs to the installation and
-- holds no row of a tenant.
create table ${schema}.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint "a job has one next run" primary key (task_name, task_instance),
    constraint "who runs a job has a name and a heartbeat" check (
        not picked or (picked_by is not null and last_heartbeat is not null)
    )
);
create index scheduled_tasks_by_time on ${schema}.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on ${schema}.scheduled_tasks (last_heartbeat);
alter table ${schema}.scheduled_tasks enable row level security;
alter table ${schema}.scheduled_tasks force row level security;
create policy the_program_keeps_time on ${schema}.scheduled_tasks to ${runtimeRole} using (true) with check (true);
grant select, insert, update, delete on ${schema}.scheduled_tasks to ${runtimeRole};

-- Work that goes over all tenants sees their ids and nothing else. The functions run as the owner, whom row security
-- binds as well; this policy lets the owner, and nobody else, see the rows, and only while such a function runs.
create policy tenants_at_work on ${schema}.tenants for select to current_user
    using (current_setting('cerniq.tenants_at_work', true) = 'on');
create policy tenants_at_work on ${schema}.gold_negotiations for select to current_user
    using (current_setting('cerniq.tenants_at_work', true) = 'on' and wake_at is not null);

create function ${schema}.tenant_ids(past uuid, how_many bigint) returns setof uuid
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('cerniq.tenants_at_work', 'on', true);
    return query
        select t.id
        from ${schema}.tenants t
        where past is null or t.id > past
        order by t.id
        limit how_many;
    perform set_config('cerniq.tenants_at_work', '', true);
end
$$;

create function ${schema}.tenants_with_due_deals(due_at timestamptz, past uuid, how_many bigint) returns setof uuid
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('cerniq.tenants_at_work', 'on', true);
    return query
        select t.id
        from ${schema}.tenants t
        where (past is null or t.id > past)
            and exists (
                select from ${schema}.gold_negotiations n
                where n.tenant_id = t.id and n.wake_at <= due_at
            )
        order by t.id
        limit how_many;
    perform set_config('cerniq.tenants_at_work', '', true);
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['tenant_time_limits', 'human_tasks', 'human_task_history'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;
alter table ${schema}.gold_negotiations force row level security;

grant select, insert, update on ${schema}.tenant_time_limits, ${schema}.human_tasks to ${runtimeRole};
grant select, insert on ${schema}.human_task_history to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (13);
