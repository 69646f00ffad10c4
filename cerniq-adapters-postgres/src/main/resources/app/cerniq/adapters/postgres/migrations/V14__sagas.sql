-- Long undertakings that reach beyond this database: their steps as they stand, and everything that happened to them.

create table ${schema}.sagas (
    tenant_id uuid not null,
    id uuid not null,
    plan text not null,
    subject_kind text not null,
    subject_id uuid not null, -- of whatever kind: no foreign key
    round integer not null,
    basis text not null,
    status text not null,
    is_undoing boolean not null,
    parked_at timestamptz,
    parked_reason text,
    parked_by_type text,
    parked_by_id uuid,
    parked_by_label text,
    version bigint not null,
    journal_entries integer not null,
    next_at timestamptz, -- when to go on; null: not by itself
    lease_id uuid,
    leased_until timestamptz,
    started_at timestamptz not null,
    started_by_type text not null,
    started_by_id uuid not null,
    started_by_label text not null,
    primary key (tenant_id, id),
    constraint "a saga belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a saga has one of seven statuses" check (
        status in ('RUNNING', 'WAITING', 'COMPENSATING', 'COMPENSATED', 'DONE', 'STUCK', 'PARKED')
    ),
    constraint "a saga is parked by somebody for a reason" check (
        case status
            when 'PARKED' then num_nulls(parked_at, parked_reason, parked_by_type, parked_by_id, parked_by_label) = 0
            else num_nonnulls(parked_at, parked_reason, parked_by_type, parked_by_id, parked_by_label) = 0
        end
    ),
    constraint "what is parked or over does not go on by itself" check (
        next_at is null or status not in ('PARKED', 'DONE', 'COMPENSATED')
    ),
    -- I10. What waits for nothing is over or is seen by a person.
    constraint "a saga goes on, is over or is seen" check (
        next_at is not null or status in ('PARKED', 'DONE', 'COMPENSATED', 'STUCK')
    ),
    constraint "only what goes back is undone" check (
        is_undoing or status not in ('COMPENSATING', 'COMPENSATED')
    ),
    constraint "a lease has an end" check ((lease_id is null) = (leased_until is null)),
    constraint "a saga's rounds and versions count from one" check (least(round, version, journal_entries) >= 1)
);
-- I9 at its root: a deal has one saga that makes out its documents.
create unique index "a subject has one saga of a kind in a round"
    on ${schema}.sagas (tenant_id, plan, subject_kind, subject_id, round)
    where status <> 'COMPENSATED';
create index sagas_to_go_on on ${schema}.sagas (tenant_id, next_at) where next_at is not null;
create index sagas_about on ${schema}.sagas (tenant_id, subject_kind, subject_id);
create index sagas_to_be_seen on ${schema}.sagas (tenant_id, status, started_at)
    where status in ('STUCK', 'PARKED');

create table ${schema}.saga_steps (
    tenant_id uuid not null,
    saga_id uuid not null,
    name text not null,
    position integer not null,
    step_class text not null,
    after_steps text[] not null,
    on_refusal text not null,
    settling_seconds bigint not null,
    state text not null,
    attempts integer not null,
    failures integer not null,
    called_at timestamptz,
    due_at timestamptz,
    result text,
    failure_code text,
    failure_message text,
    failed_at timestamptz,
    note text,
    done_as integer,
    is_asked boolean not null,
    primary key (tenant_id, saga_id, name),
    constraint "a step belongs to a saga" foreign key (tenant_id, saga_id) references ${schema}.sagas (tenant_id, id),
    constraint "a step can be undone, cannot, or is the point of no return" check (
        step_class in ('COMPENSATABLE', 'PIVOT', 'RETRIABLE')
    ),
    constraint "a refusal undoes or asks" check (on_refusal in ('UNDO', 'ASK')),
    constraint "a step is in one of twelve states" check (
        state in (
            'PENDING', 'PLANNED', 'UNKNOWN', 'WAITING', 'DONE', 'FAILED', 'SKIPPED', 'COMPENSATING',
            'COMPENSATION_UNKNOWN', 'COMPENSATION_WAITING', 'COMPENSATED', 'COMPENSATION_FAILED'
        )
    ),
    constraint "what was called was called at a time" check ((attempts > 0) = (called_at is not null)),
    constraint "what waits or is unknown has a time" check (
        due_at is not null or state not in ('WAITING', 'UNKNOWN', 'COMPENSATION_WAITING', 'COMPENSATION_UNKNOWN')
    ),
    constraint "what was done has its place among what was done" check (
        (done_as is not null) = (
            state in (
                'DONE', 'COMPENSATING', 'COMPENSATION_UNKNOWN', 'COMPENSATION_WAITING', 'COMPENSATED',
                'COMPENSATION_FAILED'
            )
        )
    ),
    constraint "only what can be undone is undone" check (
        step_class = 'COMPENSATABLE' or state not like 'COMPENSAT%'
    ),
    constraint "a failure is told whole or not at all" check (
        num_nulls(failure_code, failure_message, failed_at) in (0, 3)
    ),
    constraint "a step that was left out was so for a reason" check (state <> 'SKIPPED' or note is not null),
    constraint "a step's counts are not negative" check (least(attempts, failures, settling_seconds, position) >= 0)
);
create unique index "two steps are not done at once"
    on ${schema}.saga_steps (tenant_id, saga_id, done_as)
    where done_as is not null;

create table ${schema}.saga_journal (
    tenant_id uuid not null,
    saga_id uuid not null,
    entry_number integer not null,
    happened_at timestamptz not null,
    actor_type text not null,
    actor_id uuid not null,
    actor_label text not null,
    what text not null,
    step text,
    now_is text not null,
    note text not null,
    primary key (tenant_id, saga_id, entry_number),
    constraint "a journal is that of a saga" foreign key (tenant_id, saga_id)
        references ${schema}.sagas (tenant_id, id),
    constraint "a journal's entries count from one" check (entry_number >= 1),
    constraint "somebody did it" check (actor_type in ('ai_agent', 'user', 'system')),
    constraint "an entry says why" check (length(note) between 1 and 500)
);
comment on table ${schema}.saga_journal is 'Every call, answer and decision about a saga, by whom and why; only added to.';

-- Where a step may go from where it is; the program reads the same table out of its own enum, and a test compares both.
create function ${schema}.saga_step_may_go(was text, becomes text) returns boolean
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
return case was
    when 'PENDING' then becomes in ('PLANNED', 'SKIPPED')
    when 'PLANNED' then becomes in ('DONE', 'FAILED', 'WAITING', 'UNKNOWN')
    when 'UNKNOWN' then becomes in ('DONE', 'WAITING')
    when 'WAITING' then becomes in ('PLANNED', 'SKIPPED', 'DONE')
    when 'FAILED' then becomes in ('WAITING', 'SKIPPED', 'DONE')
    when 'DONE' then becomes = 'COMPENSATING'
    when 'COMPENSATING' then becomes in (
        'COMPENSATED', 'COMPENSATION_FAILED', 'COMPENSATION_WAITING', 'COMPENSATION_UNKNOWN'
    )
    when 'COMPENSATION_UNKNOWN' then becomes in ('COMPENSATED', 'COMPENSATION_WAITING')
    when 'COMPENSATION_WAITING' then becomes in ('COMPENSATING', 'COMPENSATED')
    when 'COMPENSATION_FAILED' then becomes in ('COMPENSATION_WAITING', 'COMPENSATED')
    else false
end;

create function ${schema}.check_saga_compensation() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from ${schema}.saga_steps s
        where s.tenant_id = new.tenant_id and s.saga_id = new.saga_id
            and s.step_class = 'PIVOT' and s.state = 'DONE'
    ) then
        perform ${schema}.refuse_because('nothing is undone after a pivot', new.name);
    end if;
    if exists (
        select from ${schema}.saga_steps s
        where s.tenant_id = new.tenant_id and s.saga_id = new.saga_id
            and s.step_class = 'COMPENSATABLE' and s.done_as > new.done_as
            and s.state not in ('COMPENSATED', 'COMPENSATION_FAILED')
    ) then
        perform ${schema}.refuse_because('what was done last is undone first', new.name);
    end if;
    return null;
end
$$;

create trigger "a step goes only where it may"
    before update on ${schema}.saga_steps for each row
    when (new.state <> old.state and not ${schema}.saga_step_may_go(old.state, new.state))
    execute function ${schema}.refuse();

create trigger "a step begins at the beginning"
    before insert on ${schema}.saga_steps for each row
    when (new.state <> 'PENDING' or new.attempts > 0)
    execute function ${schema}.refuse();

create trigger "a call is written down before it is made"
    before update on ${schema}.saga_steps for each row
    when (
        new.attempts <> old.attempts
        and not (new.attempts = old.attempts + 1 and new.state in ('PLANNED', 'COMPENSATING') and new.state <> old.state)
    )
    execute function ${schema}.refuse();

create trigger "a step keeps its plan"
    before update on ${schema}.saga_steps for each row
    when (
        (new.position, new.step_class, new.after_steps, new.on_refusal, new.settling_seconds)
        is distinct from (old.position, old.step_class, old.after_steps, old.on_refusal, old.settling_seconds)
    )
    execute function ${schema}.refuse();

create trigger "nothing is undone out of turn"
    after update on ${schema}.saga_steps for each row
    when (new.state = 'COMPENSATING' and old.state <> 'COMPENSATING')
    execute function ${schema}.check_saga_compensation();

create trigger "a saga that is over stays over"
    before update on ${schema}.sagas for each row
    when (old.status in ('DONE', 'COMPENSATED') and new.status <> old.status)
    execute function ${schema}.refuse();

create trigger "a saga that goes back does not go forward again"
    before update on ${schema}.sagas for each row
    when (old.is_undoing and not new.is_undoing)
    execute function ${schema}.refuse();

create trigger "a saga changes one version at a time"
    before update on ${schema}.sagas for each row
    when (
        new.version not in (old.version, old.version + 1)
        or (new.version = old.version and (new.status, new.is_undoing, new.next_at, new.journal_entries)
            is distinct from (old.status, old.is_undoing, old.next_at, old.journal_entries))
    )
    execute function ${schema}.refuse();

create trigger "a saga keeps its subject"
    before update on ${schema}.sagas for each row
    when (
        (new.plan, new.subject_kind, new.subject_id, new.round, new.basis, new.started_at)
        is distinct from (old.plan, old.subject_kind, old.subject_id, old.round, old.basis, old.started_at)
    )
    execute function ${schema}.refuse();

do $$
declare
    name text;
begin
    foreach name in array array['sagas', 'saga_steps', 'saga_journal'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
    foreach name in array array['sagas', 'saga_steps'] loop
        execute format(
            'create trigger "what was begun is not deleted" before delete on ${schema}.%I
                for each row execute function ${schema}.refuse()',
            name);
        execute format(
            'create trigger "what was begun is not emptied" before truncate on ${schema}.%I
                for each statement execute function ${schema}.refuse()',
            name);
    end loop;
    foreach name in array array['saga_journal'] loop
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

-- Who goes over all tenants sees their ids and nothing else: the function runs as the owner, whom row security binds as
-- well; this policy lets the owner, and nobody else, see the rows, and only while such a function runs.
create policy tenants_at_work on ${schema}.sagas for select to current_user
    using (current_setting('cerniq.tenants_at_work', true) = 'on' and next_at is not null);

create function ${schema}.tenants_with_due_sagas(due_at timestamptz, how_many integer) returns setof uuid
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform set_config('cerniq.tenants_at_work', 'on', true);
    return query
        select s.tenant_id
        from ${schema}.sagas s
        where s.next_at <= due_at and (s.leased_until is null or s.leased_until <= due_at)
        group by s.tenant_id
        order by min(s.next_at), s.tenant_id
        limit how_many;
    perform set_config('cerniq.tenants_at_work', '', true);
end
$$;

grant select, insert, update on ${schema}.sagas, ${schema}.saga_steps to ${runtimeRole};
grant select, insert on ${schema}.saga_journal to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (14);
