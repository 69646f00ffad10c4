-- Everything that people decide on in one model: what is asked and what was granted, who has it and until when, how often
-- it was put off, and in what a tenant differs from the rules.

-- The owner of the tables is bound by row security too, and could not see the rows that get new columns.
alter table ${schema}.human_tasks no force row level security;
alter table ${schema}.human_tasks disable trigger user;

alter table ${schema}.human_tasks
    add column context text not null default '{}',
    add column asked text,
    add column assigned_at timestamptz,
    add column assigned_until timestamptz,
    add column level_since timestamptz,
    add column reminders integer not null default 0,
    add column follow_ups integer not null default 0;
comment on column ${schema}.human_tasks.context is
    'Facts by name as a JSON object; a text, because it is taken away as a whole with the person behind the deal.';
comment on column ${schema}.human_tasks.asked is 'The value that is asked for; history keeps the one that was granted.';
comment on column ${schema}.human_tasks.level_since is 'When the time of the role that has to act began.';
update ${schema}.human_tasks
set level_since = opened_at,
    assigned_at = case when assigned_to is not null then opened_at end;
alter table ${schema}.human_tasks
    alter column level_since set not null,
    alter column context drop default,
    alter column reminders drop default,
    alter column follow_ups drop default,
    add constraint "who has a task has it since some time" check ((assigned_to is null) = (assigned_at is null)),
    add constraint "a task is lent to somebody and for a while" check (
        assigned_until is null or coalesce(assigned_until > assigned_at, false)
    ),
    add constraint "a task is put off three times at most" check (follow_ups between 0 and 3),
    add constraint "who should act is reminded once or twice" check (reminders between 0 and 2),
    add constraint "what is asked for has 1 to 2000 characters" check (length(asked) between 1 and 2000),
    add constraint "a context is short" check (length(context) between 2 and 20000);

alter table ${schema}.human_tasks enable trigger user;
alter table ${schema}.human_tasks force row level security;
create index human_tasks_by_subject on ${schema}.human_tasks (tenant_id, subject_id, subject_kind);
create index human_tasks_by_assignee on ${schema}.human_tasks (tenant_id, assigned_to) where assigned_to is not null;

alter table ${schema}.human_task_history
    add column actor_authority text not null default 'NONE',
    add column value text,
    add constraint "an authority is one of four" check (actor_authority in ('NONE', 'MANAGER', 'DIRECTOR', 'CEO')),
    add constraint "a value has 1 to 2000 characters" check (length(value) between 1 and 2000);
alter table ${schema}.human_task_history alter column actor_authority drop default;
comment on column ${schema}.human_task_history.value is
    'What was asked for, in the line that opened the task; what was granted, in the line that closed it.';

-- How much somebody may decide alone, as a number that grows.
create function ${schema}.authority_rank(authority text) returns integer
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
return case authority when 'CEO' then 3 when 'DIRECTOR' then 2 when 'MANAGER' then 1 else 0 end;

create function ${schema}.role_rank(role text) returns integer
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
return case role when 'CEO' then 3 when 'DIRECTOR' then 2 when 'SALES_MANAGER' then 1 else 0 end;

-- As before, and: what is asked stays; a yes comes from a person with enough authority; nobody's answer is a no, and not
-- before the time is up; a task about a discount ends as the discount was decided, by whoever decided on it.
create or replace function ${schema}.check_human_task() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    an_id constant text := '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
    line ${schema}.human_task_history;
    discount ${schema}.discount_requests;
    is_closed constant boolean := new.status in ('approved', 'rejected', 'expired', 'cancelled');
    broken text;
begin
    select h.* into line
    from ${schema}.human_task_history h
    where h.tenant_id = new.tenant_id and h.task_id = new.id and h.version = new.version;
    if tg_op = 'UPDATE' and old.status in ('approved', 'rejected', 'expired', 'cancelled') then
        broken := 'a task is closed once';
    elsif tg_op = 'UPDATE' and new.version <> old.version + 1 or tg_op = 'INSERT' and new.version <> 1 then
        broken := 'the version of a task grows by exactly one';
    elsif line.task_id is null or (is_closed and line.what <> upper(new.status)) then
        broken := 'every change of a task is a line of its history';
    elsif tg_op = 'INSERT' then
        broken := case when is_closed then 'a task begins open' end;
    elsif (
            new.tenant_id, new.id, new.kind, new.subject_kind, new.subject_id, new.cause, new.title, new.context,
            new.asked, new.priority, new.opened_at
        ) is distinct from (
            old.tenant_id, old.id, old.kind, old.subject_kind, old.subject_id, old.cause, old.title, old.context,
            old.asked, old.priority, old.opened_at
        )
    then
        broken := 'what a task asks stays';
    elsif new.status in ('approved', 'rejected') then
        if new.kind = 'DISCOUNT_APPROVAL'
            and new.subject_kind = 'negotiation'
            and new.subject_id ~ an_id
            and new.cause ~ an_id
        then
            select r.* into discount
            from ${schema}.discount_requests r
            where r.tenant_id = new.tenant_id
                and r.negotiation_id = new.subject_id::uuid
                and r.id = new.cause::uuid;
        end if;
        broken := case
            when discount.id is not null then
                case
                    when (discount.status, discount.decided_by) is distinct from (new.status, line.actor_id)
                        then 'a task about a discount is decided as the discount is'
                end
            when new.status = 'rejected' and line.actor_type = 'system' and line.happened_at >= old.due_at then null
            when line.actor_type <> 'user' then 'a person decides on a task'
            when ${schema}.authority_rank(line.actor_authority) < ${schema}.role_rank(old.role)
                then 'who decides on a task has the authority of its role'
        end;
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

-- Whoever changes a task raises its version. What changes without is the person that goes out of its texts.
drop trigger "a task is closed once and has a history" on ${schema}.human_tasks;
create trigger "a task is closed once and has a history"
    after insert or update of version on ${schema}.human_tasks for each row
    execute function ${schema}.check_human_task();
create trigger "a task changes by a new version"
    before update on ${schema}.human_tasks for each row
    when (new.version = old.version)
    execute function ${schema}.check_redaction();

-- As before, and: what a task says of the customer of a deal.
create or replace function ${schema}.personal_texts()
    returns table (relation text, deal text, by_table text, by_column text, texts text[])
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    values
        ('domain_events', 'stream_id', null::text, null::text, '{payload}'::text[]),
        ('negotiation_state_history', 'negotiation_id', null, null, '{transition_reason}'),
        ('negotiation_offers', 'negotiation_id', null, null, '{note}'),
        ('discount_requests', 'negotiation_id', null, null, '{justification,decision_comment}'),
        ('discount_approvals', 'negotiation_id', null, null, '{comment}'),
        ('outbox', 'stream', null, null, '{payload}'),
        ('outbox_set_aside', 'stream', null, null, '{payload,last_error}'),
        ('event_archive', 'stream', null, null, '{payload}'),
        ('human_tasks', 'subject_id', null, null, '{title,context,asked}'),
        ('human_task_history', 'task_id', 'human_tasks', 'subject_id', '{note,value}'),
        ('sagas', 'subject_id', null, null, '{parked_reason}'),
        ('saga_steps', 'saga_id', 'sagas', 'subject_id', '{note,failure_message}'),
        ('saga_journal', 'saga_id', 'sagas', 'subject_id', '{note}')
$$;

-- A person approves. Nobody's answer is a no, once the time to decide is over (C66).
alter table ${schema}.discount_requests
    drop constraint "a user decides on a request",
    add constraint "a user decides on a request, or nobody in time" check (
        (status <> 'approved' or decided_by_type = 'user')
        and (
            status <> 'rejected'
            or decided_by_type = 'user'
            or (decided_by_type = 'system' and decided_at >= decide_by)
        )
    );

-- As before, and: a price without a known cost needs somebody's word, however small its discount.
create or replace function ${schema}.check_quote() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    customer uuid;
    found_lines bigint;
    found_net numeric;
    found_vat numeric;
    broken text;
begin
    select n.lead_id into customer
    from ${schema}.gold_negotiations n
    where n.tenant_id = new.tenant_id
        and n.id = new.negotiation_id
        and n.version = new.version
        and n.round = new.round
        and n.quote_count = new.quote_number
        and n.quote_hash = new.hash
        and n.currency = new.currency
        and n.rounding = new.rounding;
    if customer is null then
        perform ${schema}.refuse_because('a new quote is the current one', format('quote %s', new.quote_number));
    end if;

    select
        coalesce(sum(g.lines), 0),
        coalesce(sum(g.net), 0),
        coalesce(sum(${schema}.rounded(g.net * g.vat_percent * 0.01, new.decimals, new.rounding)), 0),
        min(g.broken)
    into found_lines, found_net, found_vat, broken
    from (
        select
            i.vat_percent,
            count(*) as lines,
            sum(i.line_total) as net,
            min(
                case
                    when i.unit_price < round(i.list_price * (100 - i.discount_percent) * 0.01, new.decimals)
                        then 'a unit price is the list price less its discount'
                    when i.line_total <> ${schema}.rounded(i.quantity * i.unit_price, new.decimals, new.rounding)
                        then 'a line total is quantity times unit price'
                    when (i.trail -> -1 ->> 'unitPrice')::numeric <> i.unit_price
                        then 'a price trail ends at the unit price'
                    when i.discount_percent <= l.automatic
                        and i.unit_price >= i.floor_price
                        -- Where the cost is unknown, the automatic limit is for nobody (DISC-06).
                        and (i.discount_percent = 0 or i.cost is not null) then null
                    when exists (
                        select from ${schema}.negotiation_items b
                        join ${schema}.negotiation_quotes q
                            on q.tenant_id = b.tenant_id
                                and q.negotiation_id = b.negotiation_id
                                and q.quote_number = b.quote_number
                        where b.tenant_id = new.tenant_id
                            and b.negotiation_id = new.negotiation_id
                            and b.quote_number = new.quote_number - 1
                            and b.line_hash = i.line_hash
                            and q.round = new.round
                    ) then null
                    when i.discount_percent > l.maximum then 'no discount above the maximum of the tenant'
                    when i.discount_percent <= i.entitled_percent
                        and i.unit_price >= greatest(i.floor_price, i.cost)
                        and i.discount_percent <= ${schema}.discount_by_right(
                            new.tenant_id, customer, i.sku, i.quantity, new.created_at) then null
                    when not exists (
                        select from ${schema}.discount_approvals a
                        where a.tenant_id = new.tenant_id
                            and a.negotiation_id = new.negotiation_id
                            and a.request_id = i.approval_id
                            and a.round = new.round
                            and a.valid_until >= new.created_at
                            and i.line_hash = any (a.line_hashes)
                    ) then 'a price beyond the automatic limit has an approval'
                end
            ) as broken
        from ${schema}.negotiation_items i
        cross join lateral ${schema}.discount_limits(i.tenant_id, i.sku, new.created_at) l
        where i.tenant_id = new.tenant_id
            and i.negotiation_id = new.negotiation_id
            and i.quote_number = new.quote_number
        group by i.vat_category, i.vat_percent
    ) g;

    if broken is not null then
        perform ${schema}.refuse_because(broken, format('quote %s', new.quote_number));
    elsif found_lines <> new.line_count or found_net <> new.net_value or found_vat <> new.vat_value then
        perform ${schema}.refuse_because(
            'lines, VAT groups and totals agree to the cent',
            format(
                'quote %s says %s lines, %s + %s; its lines say %s lines, %s + %s',
                new.quote_number, new.line_count, new.net_value, new.vat_value, found_lines, found_net, found_vat));
    end if;
    return null;
end
$$;

-- How long the people of a tenant have, where that is not as the rules say; an empty role is for everybody else.
create table ${schema}.tenant_task_times (
    tenant_id uuid not null,
    kind text not null,
    role text not null,
    within_seconds bigint not null,
    primary key (tenant_id, kind, role),
    constraint "a time to decide belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "people have a minute to 365 days" check (within_seconds between 60 and 31536000)
);

-- Who comes after whom at a tenant. Nobody stands in it twice, so it has an end (X15).
create table ${schema}.tenant_escalations (
    tenant_id uuid not null,
    step integer not null,
    role text not null,
    primary key (tenant_id, step),
    constraint "a chain belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "nobody stands twice in a chain" unique (tenant_id, role),
    constraint "the steps of a chain count from one" check (step >= 1)
);

create table ${schema}.tenant_approvals (
    tenant_id uuid not null,
    assignment text not null,
    updated_at timestamptz not null default now(),
    primary key (tenant_id),
    constraint "terms of approval belong to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "tasks are given in one of three ways" check (assignment in ('MANUAL', 'ROUND_ROBIN', 'LEAST_LOADED'))
);

do $$
declare
    name text;
begin
    foreach name in array array['tenant_task_times', 'tenant_escalations', 'tenant_approvals'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;

grant select, insert, delete on ${schema}.tenant_task_times, ${schema}.tenant_escalations to ${runtimeRole};
grant select, insert, update on ${schema}.tenant_approvals to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (17);
