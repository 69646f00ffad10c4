-- What tenants lay down about automated texts: the terms that may be promised, and guardrails of their own as data in a
-- closed vocabulary. Versions begin one after the other, and none ever changes: a verdict names the one it was made by.

create table ${schema}.sales_terms (
    tenant_id uuid not null references ${schema}.tenants (id),
    version bigint not null,
    valid_from timestamptz not null,
    delivery_least integer,
    delivery_most integer,
    delivery_working boolean,
    payment_least integer,
    payment_most integer,
    payment_working boolean,
    warranty_least integer,
    warranty_most integer,
    warranty_working boolean,
    validity_least integer,
    validity_most integer,
    validity_working boolean,
    advance_percent numeric(5, 2),
    free_delivery_from numeric(14, 2),
    free_delivery_currency text,
    competitors text[] not null,
    forbidden text[] not null,
    competitor_severity text not null,
    concession_budget numeric(5, 2) not null,
    cui text,
    iban text,
    created_at timestamptz not null default now(),
    primary key (tenant_id, version),
    constraint "sales terms are numbered from one" check (version >= 1),
    constraint "a time of delivery is a range of days" check (
        num_nulls(delivery_least, delivery_most, delivery_working) in (0, 3)
        and delivery_least between 0 and delivery_most
        and delivery_most <= 36500
    ),
    constraint "a time of payment is a range of days" check (
        num_nulls(payment_least, payment_most, payment_working) in (0, 3)
        and payment_least between 0 and payment_most
        and payment_most <= 36500
    ),
    constraint "a warranty is a range of days" check (
        num_nulls(warranty_least, warranty_most, warranty_working) in (0, 3)
        and warranty_least between 0 and warranty_most
        and warranty_most <= 36500
    ),
    constraint "a validity is a range of days" check (
        num_nulls(validity_least, validity_most, validity_working) in (0, 3)
        and validity_least between 0 and validity_most
        and validity_most <= 36500
    ),
    constraint "an advance is a share" check (advance_percent between 0 and 100),
    constraint "delivery is free from an amount on" check (
        num_nulls(free_delivery_from, free_delivery_currency) in (0, 2)
        and free_delivery_from >= 0
        and free_delivery_currency ~ '^[A-Z]{3}$'
    ),
    constraint "there are up to 200 names in a list" check (cardinality(competitors) <= 200 and cardinality(forbidden) <= 200),
    constraint "a competitor is as bad as a violation can be"
        check (competitor_severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    constraint "a budget for concessions is a share" check (concession_budget between 0 and 100),
    constraint "the seller's code has digits only" check (cui ~ '^[1-9][0-9]{1,9}$'),
    constraint "the seller's account is Romanian" check (iban ~ '^RO[0-9]{2}[A-Z]{4}[A-Z0-9]{16}$')
);

create table ${schema}.tenant_guardrail_packs (
    tenant_id uuid not null references ${schema}.tenants (id),
    version bigint not null,
    valid_from timestamptz not null,
    guardrails jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, version),
    constraint "guardrails are numbered from one" check (version >= 1),
    constraint "a pack is a list of up to 100 guardrails" check (
        case when jsonb_typeof(guardrails) = 'array' then jsonb_array_length(guardrails) <= 100 else false end
    )
);
comment on column ${schema}.tenant_guardrail_packs.guardrails is
    'Fields, operators and values out of closed lists; never compiled, and never read as an expression.';

create function ${schema}.check_guardrail_version() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    last record;
begin
    execute format(
        'select version, valid_from from %I.%I where tenant_id = $1 and version < $2 order by version desc limit 1',
        tg_table_schema, tg_table_name)
        into last
        using new.tenant_id, new.version;
    if new.version <> coalesce(last.version, 0) + 1 then
        perform ${schema}.refuse_because(
            'versions have no gaps', format('version %s after %s', new.version, coalesce(last.version, 0)));
    end if;
    if new.valid_from < last.valid_from then
        perform ${schema}.refuse_because(
            'a version begins after the one before it', format('version %s at %s', new.version, new.valid_from));
    end if;
    return null;
end
$$;

create function ${schema}.check_guardrail_vocabulary() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    fields text[] := array[
        'STATE', 'LENGTH', 'CLAIMS', 'LINES', 'HIGHEST_DISCOUNT', 'QUOTE_TOTAL', 'LOWEST_MARGIN', 'LONGEST_DELIVERY',
        'LONGEST_PAYMENT', 'WARNINGS', 'STATES_PRICE', 'STATES_DISCOUNT', 'STATES_STOCK', 'MENTIONS_COMPETITOR', 'TEXT'
    ];
    operators text[] := array[
        'EQUALS', 'NOT_EQUALS', 'BELOW', 'AT_MOST', 'ABOVE', 'AT_LEAST', 'CONTAINS', 'LACKS'
    ];
    broken text;
begin
    select g ->> 'code'
    into broken
    from jsonb_array_elements(new.guardrails) g
    where coalesce(g ->> 'code', '') !~ '^[A-Z][A-Z0-9-]{0,39}$'
        or coalesce(g ->> 'action', '') <> all (array['BLOCK', 'WARN', 'REGENERATE', 'ESCALATE'])
        or length(coalesce(g ->> 'message', '')) not between 1 and 500
        or coalesce(jsonb_typeof(g -> 'when'), '') <> 'array'
        or exists (
            select from jsonb_array_elements(
                case when jsonb_typeof(g -> 'when') = 'array' then g -> 'when' else '[]' end) c
            where coalesce(c ->> 'field', '') <> all (fields)
                or coalesce(c ->> 'operator', '') <> all (operators)
                or length(coalesce(c -> 'literal' ->> 'written', '')) not between 1 and 100
        )
    limit 1;
    if found then
        perform ${schema}.refuse_because(
            'guardrails are written in their vocabulary', format('guardrail %s of version %s', broken, new.version));
    end if;
    return null;
end
$$;

create trigger "versions of sales terms follow one another" after insert on ${schema}.sales_terms
    for each row execute function ${schema}.check_guardrail_version();
create trigger "sales terms never change" before update or delete on ${schema}.sales_terms
    for each row execute function ${schema}.refuse();
create trigger "sales terms are not emptied" before truncate on ${schema}.sales_terms
    for each statement execute function ${schema}.refuse();
create trigger "versions of guardrails follow one another" after insert on ${schema}.tenant_guardrail_packs
    for each row execute function ${schema}.check_guardrail_version();
create trigger "guardrails are written in their vocabulary" after insert on ${schema}.tenant_guardrail_packs
    for each row execute function ${schema}.check_guardrail_vocabulary();
create trigger "guardrails never change" before update or delete on ${schema}.tenant_guardrail_packs
    for each row execute function ${schema}.refuse();
create trigger "guardrails are not emptied" before truncate on ${schema}.tenant_guardrail_packs
    for each statement execute function ${schema}.refuse();

do $$
declare
    name text;
begin
    foreach name in array array['sales_terms', 'tenant_guardrail_packs'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;

grant select, insert on ${schema}.sales_terms to ${runtimeRole};
grant select, insert on ${schema}.tenant_guardrail_packs to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (19);
