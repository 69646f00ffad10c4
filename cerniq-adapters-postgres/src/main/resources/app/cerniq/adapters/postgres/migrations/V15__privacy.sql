-- Forgetting a person. History stays history: of what was written, personal texts alone can be taken away, only by one
-- function, only together with a row that says who did it, when and why, and never twice in another way.

create table ${schema}.privacy_erasures (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    version bigint not null, -- of the negotiation, made by the erasure
    request_key text not null,
    reason text not null,
    kept_versions bigint[] not null,
    kept_until date,
    kept_because text,
    erased_by_type text not null,
    erased_by uuid not null,
    erased_by_label text not null,
    erased_at timestamptz not null,
    written_in xid8 not null default pg_current_xact_id(),
    primary key (tenant_id, negotiation_id, version),
    constraint "an erasure belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "what is kept is kept until a day and by a law" check ((kept_until is null) = (kept_because is null)),
    constraint "an erasure has a reason" check (length(reason) between 1 and 500)
);
comment on table ${schema}.privacy_erasures is 'Whose deals were emptied, when, by whom and why; never of whom.';
comment on column ${schema}.privacy_erasures.kept_versions is
    'The changes of the deal whose customer stays named: a company, or a person that an invoice shows.';
comment on column ${schema}.privacy_erasures.written_in is
    'The transaction of the erasure, and the only one in which the history of the deal may be redacted.';
create index privacy_erasures_by_request on ${schema}.privacy_erasures (tenant_id, request_key);

-- A document without the person. Words that people wrote freely are replaced by a mark, whatever they say; the customer
-- goes, or keeps what a fiscal document shows; tags, notes and fields of the host go. Nothing else changes.
create function ${schema}.redacted(document jsonb, keeps_client boolean) returns jsonb
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return case jsonb_typeof(document)
        when 'object' then (
            select coalesce(
                jsonb_object_agg(
                    e.key,
                    case
                        when e.key = 'client' and jsonb_typeof(e.value) = 'object' then
                            case when keeps_client then e.value - 'email' - 'phone' else '{}' end
                        when e.key = 'annotations' and jsonb_typeof(e.value) = 'object' then
                            '{"tags": [], "customFields": {}}'
                        when jsonb_typeof(e.value) = 'string'
                            and (
                                e.key in (
                                    'note', 'evidence', 'justification', 'comment', 'handoffReason', 'reviewReason', 'resolution'
                                )
                                -- Beside reservations it is a word of a closed list; beside a quote it is ours.
                                or (e.key = 'reason' and not document ?| array['reservations', 'quote'])
                            ) then '"[erased]"'
                        else ${schema}.redacted(e.value, keeps_client)
                    end),
                '{}')
            from jsonb_each(document) e
        )
        when 'array' then (
            select coalesce(jsonb_agg(${schema}.redacted(e.value, keeps_client) order by e.position), '[]')
            from jsonb_array_elements(document) with ordinality as e (value, position)
        )
        else document
    end;
end
$$;

-- Where texts stand that may tell of the customer of a deal: the table, the column that leads to the deal (by its id, by
-- "negotiation/id", or by way of another table), and the texts. What is not there is passed over.
create function ${schema}.personal_texts()
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
        ('human_task_history', 'task_id', 'human_tasks', 'subject_id', '{note}'),
        ('sagas', 'subject_id', null, null, '{parked_reason}'),
        ('saga_steps', 'saga_id', 'sagas', 'subject_id', '{note,failure_message}'),
        ('saga_journal', 'saga_id', 'sagas', 'subject_id', '{note}')
$$;

-- Stands in front of the tables whose rows stay as they were written. What it lets through is the redaction of the personal
-- texts, and nothing else, in the transaction that recorded an erasure of that deal.
create function ${schema}.check_redaction() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    an_id constant text := '[0-9a-f]{8}-[0-9a-f-]{27}$';
    before jsonb := to_jsonb(old);
    wanted jsonb := to_jsonb(old);
    place record;
    of_deal uuid;
    kept bigint[];
    name text;
begin
    if tg_op = 'UPDATE' then
        select * into place from ${schema}.personal_texts() p where p.relation = tg_table_name;
        of_deal := substring(before ->> place.deal from an_id)::uuid;
        if place.by_table is not null then
            execute format(
                'select substring(t.%I::text from $3)::uuid from ${schema}.%I t where t.tenant_id = $1 and t.id = $2',
                place.by_column, place.by_table)
            into of_deal
            using old.tenant_id, of_deal, an_id;
        end if;
        select e.kept_versions into kept
        from ${schema}.privacy_erasures e
        where e.tenant_id = old.tenant_id
            and e.negotiation_id = of_deal
            and e.written_in = pg_current_xact_id()
        order by e.version desc
        limit 1;
        if found then
            foreach name in array place.texts loop
                wanted := wanted || jsonb_build_object(
                    name,
                    case jsonb_typeof(before -> name)
                        when 'string' then '"[erased]"'
                        else ${schema}.redacted(before -> name, (before ->> 'version')::bigint = any (kept))
                    end);
            end loop;
            if to_jsonb(new) = wanted then
                return new;
            end if;
        end if;
    end if;
    raise exception using
        errcode = 'check_violation',
        message = format('refused on %I: %s', tg_table_name, tg_name),
        schema = tg_table_schema,
        table = tg_table_name,
        constraint = tg_name;
end
$$;

do $$
declare
    guard record;
begin
    for guard in
        select p.relation, t.tgname, (t.tgtype & 8) <> 0 as keeps_rows
        from ${schema}.personal_texts() p
        join pg_catalog.pg_trigger t on t.tgrelid = to_regclass('${schema}.' || p.relation)
        where t.tgname in ('what was written stays', 'what is archived stays as it is')
    loop
        execute format('drop trigger %I on ${schema}.%I', guard.tgname, guard.relation);
        execute format(
            'create trigger %I before %s on ${schema}.%I for each row execute function ${schema}.check_redaction()',
            guard.tgname,
            case when guard.keeps_rows then 'update or delete' else 'update' end,
            guard.relation);
    end loop;
end
$$;

drop trigger "a decision on a request is final" on ${schema}.discount_requests;
create trigger "a decision on a request is final"
    after update on ${schema}.discount_requests for each row
    when (old.status <> 'waiting')
    execute function ${schema}.check_redaction();

create trigger "what was written stays" before update or delete on ${schema}.privacy_erasures
    for each row execute function ${schema}.refuse();
create trigger "what was written is not emptied" before truncate on ${schema}.privacy_erasures
    for each statement execute function ${schema}.refuse();

-- How a column of a table is compared with the id of a deal, so that its index serves.
create function ${schema}.is_deal(of_table text, of_column text) returns text
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select case c.atttypid
        when 'uuid'::regtype then '= $2'
        else 'in ($2::text, ''negotiation/'' || $2::text)'
    end
    from pg_attribute c
    where c.attrelid = to_regclass('${schema}.' || of_table) and c.attname = of_column
$$;

-- Runs with the rights of the owner of the schema, because nobody else may touch what was written. It asks for the tenant
-- itself, and does nothing unless the journal of the deal says that its person was erased, in this very version.
create function ${schema}.erase_person(
    of_deal uuid, erased_version bigint, key text, given_reason text, until date, because text
) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    of_tenant constant uuid := nullif(current_setting('cerniq.tenant', true), '')::uuid;
    kept bigint[];
    place record;
begin
    insert into ${schema}.privacy_erasures (
        tenant_id, negotiation_id, version, request_key, reason, kept_versions, kept_until, kept_because,
        erased_by_type, erased_by, erased_by_label, erased_at
    )
    select
        e.tenant_id, e.stream_id, e.version, key, given_reason,
        array(select v::bigint from jsonb_array_elements_text(e.payload -> 'kept') v order by v::bigint),
        until, because, e.actor_type, e.actor_id, e.actor_label, e.occurred_at
    from ${schema}.domain_events e
    join ${schema}.gold_negotiations n on n.tenant_id = e.tenant_id and n.id = e.stream_id and n.version = e.version
    where e.tenant_id = of_tenant
        and e.stream_id = of_deal
        and e.version = erased_version
        and e.event_index = 0
        and e.type = 'negotiation.person.erased'
    on conflict (tenant_id, negotiation_id, version) do nothing
    returning kept_versions into kept;
    if not found then
        if not exists (
            select from ${schema}.privacy_erasures p
            where p.tenant_id = of_tenant and p.negotiation_id = of_deal and p.version = erased_version
        ) then
            perform ${schema}.refuse_because(
                'a person is erased by an event', format('version %s of %s', erased_version, of_deal));
        end if;
        return;
    end if;
    -- Each table in one statement, because all texts of a row go together.
    for place in
        select
            p.relation,
            string_agg(format('%I', c.attname), ', ' order by c.attname) as columns,
            string_agg(
                case
                    when c.atttypid <> 'jsonb'::regtype then format('case when t.%1$I is not null then ''[erased]'' end', c.attname)
                    when p.relation = 'domain_events' then
                        format('${schema}.redacted(t.%I, t.version = any ($3))', c.attname)
                    else format('${schema}.redacted(t.%I, false)', c.attname)
                end,
                ', ' order by c.attname) as redacted,
            case
                when p.by_table is null then format('t.%I %s', p.deal, ${schema}.is_deal(p.relation, p.deal))
                else format(
                    't.%I in (select b.id from ${schema}.%I b where b.tenant_id = $1 and b.%I %s)',
                    p.deal, p.by_table, p.by_column, ${schema}.is_deal(p.by_table, p.by_column))
            end as belongs
        from ${schema}.personal_texts() p
        join pg_attribute c on c.attrelid = to_regclass('${schema}.' || p.relation) and c.attname = any (p.texts)
        where exists (
            select from pg_attribute d
            where d.attrelid = c.attrelid and d.attname = p.deal
        )
        group by p.relation, p.deal, p.by_table, p.by_column
    loop
        execute format(
            'update ${schema}.%1$I t set (%2$s) = row (%3$s) where t.tenant_id = $1 and %4$s and row (%2$s) is distinct from row (%3$s)',
            place.relation, place.columns, place.redacted, place.belongs)
        using of_tenant, of_deal, kept;
    end loop;
end
$$;
comment on function ${schema}.erase_person is
    'Takes the person out of the history of one deal. Whoever may commit a deal may call it.';

alter table ${schema}.privacy_erasures enable row level security;
alter table ${schema}.privacy_erasures force row level security;
create policy one_tenant on ${schema}.privacy_erasures
    using (tenant_id = nullif(current_setting('cerniq.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('cerniq.tenant', true), '')::uuid);

grant select on ${schema}.privacy_erasures to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (15);
