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
                                    'note', 'evidence', 'justification', 'comment', 'handoffReason', 'reviewReason'
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

-- Stands in front of the tables whose rows stay as they were written. What it lets through is the redaction of the named
-- columns, and nothing else, in the transaction that recorded an erasure of that deal.
create function ${schema}.check_redaction() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    before jsonb := to_jsonb(old);
    wanted jsonb := to_jsonb(old);
    kept bigint[];
    name text;
begin
    if tg_op = 'UPDATE' then
        select e.kept_versions into kept
        from ${schema}.privacy_erasures e
        where e.tenant_id = old.tenant_id
            and e.negotiation_id = (before ->> tg_argv[0])::uuid
            and e.written_in = pg_current_xact_id()
        order by e.version desc
        limit 1;
        if found then
            foreach name in array string_to_array(tg_argv[1], ',') loop
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
    guarded constant text[] := array[
        'domain_events', 'stream_id', 'payload',
        'negotiation_state_history', 'negotiation_id', 'transition_reason',
        'negotiation_offers', 'negotiation_id', 'note',
        'discount_approvals', 'negotiation_id', 'comment'
    ];
begin
    for i in 0 .. cardinality(guarded) / 3 - 1 loop
        execute format('drop trigger "what was written stays" on ${schema}.%I', guarded[i * 3 + 1]);
        execute format(
            'create trigger "what was written stays" before update or delete on ${schema}.%I
                for each row execute function ${schema}.check_redaction(%L, %L)',
            guarded[i * 3 + 1],
            guarded[i * 3 + 2],
            guarded[i * 3 + 3]);
    end loop;
end
$$;

drop trigger "a decision on a request is final" on ${schema}.discount_requests;
create trigger "a decision on a request is final"
    after update on ${schema}.discount_requests for each row
    when (old.status <> 'waiting')
    execute function ${schema}.check_redaction('negotiation_id', 'justification,decision_comment');

create trigger "what was written stays" before update or delete on ${schema}.privacy_erasures
    for each row execute function ${schema}.refuse();
create trigger "what was written is not emptied" before truncate on ${schema}.privacy_erasures
    for each statement execute function ${schema}.refuse();

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
    update ${schema}.domain_events e
    set payload = ${schema}.redacted(e.payload, e.version = any (kept))
    where e.tenant_id = of_tenant
        and e.stream_id = of_deal
        and e.payload <> ${schema}.redacted(e.payload, e.version = any (kept));
    update ${schema}.negotiation_state_history h
    set transition_reason = '[erased]'
    where h.tenant_id = of_tenant and h.negotiation_id = of_deal;
    update ${schema}.negotiation_offers o
    set note = '[erased]'
    where o.tenant_id = of_tenant and o.negotiation_id = of_deal;
    update ${schema}.discount_approvals a
    set comment = '[erased]'
    where a.tenant_id = of_tenant and a.negotiation_id = of_deal;
    update ${schema}.discount_requests r
    set justification = '[erased]',
        decision_comment = case when r.decision_comment is not null then '[erased]' end
    where r.tenant_id = of_tenant and r.negotiation_id = of_deal;
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
