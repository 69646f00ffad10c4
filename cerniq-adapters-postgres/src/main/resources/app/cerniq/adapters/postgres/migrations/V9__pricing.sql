-- What tenants lay down about prices, where each price comes from, and prices that are others today.

create table ${schema}.price_rules (
    tenant_id uuid not null,
    id uuid not null,
    version integer not null,
    name text not null,
    scope text not null,
    scope_value text, -- a SKU or a category; null: everything
    kind text not null,
    terms jsonb not null,
    stackable boolean not null,
    priority integer not null,
    valid_from timestamptz not null,
    valid_until timestamptz, -- the first instant at which it no longer holds; null: for ever
    is_retired boolean not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id, version),
    constraint "a price rule belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a price rule has a name" check (length(name) between 1 and 100),
    constraint "a price rule is for a product, a category or everything" check (
        scope in ('PRODUCT', 'CATEGORY', 'EVERYTHING') and (scope = 'EVERYTHING') = (scope_value is null)
    ),
    constraint "a price rule's kind is known" check (
        kind in ('VOLUME', 'CUSTOMER_TIER', 'PROMOTION', 'LIMITS', 'MARGIN')
    ),
    constraint "only discounts are stackable" check (not stackable or kind not in ('LIMITS', 'MARGIN')),
    constraint "a price rule ends after it begins" check (valid_until > valid_from),
    constraint "a price rule's versions count from one" check (version >= 1)
);
comment on table ${schema}.price_rules is
    'Each version is a row that stays; the highest version of a rule is the one in use.';

create table ${schema}.customer_tiers (
    tenant_id uuid not null,
    lead_id uuid not null,
    tier text not null,
    updated_at timestamptz not null default now(),
    primary key (tenant_id, lead_id),
    constraint "a customer's tier belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a customer tier is a word" check (tier ~ '^[A-Z0-9_]{1,30}$')
);

alter table ${schema}.negotiation_quotes
    add column discount_percent numeric(5, 2) not null default 0,
    add constraint "a quote's discount lies between 0 and 100" check (discount_percent between 0 and 100);
comment on column ${schema}.negotiation_quotes.discount_percent is
    'On the whole quote, after that of each line; the unit prices contain it.';

alter table ${schema}.negotiation_items
    add column entitled_percent numeric(5, 2) not null default 0,
    add column trail jsonb, -- null: written before trails were kept
    add constraint "an entitlement lies between 0 and 100" check (entitled_percent between 0 and 100);
comment on column ${schema}.negotiation_items.trail is 'How the unit price came about, step by step.';
comment on column ${schema}.negotiation_items.entitled_percent is 'What the price rules gave, without anybody''s word.';

alter table ${schema}.gold_negotiations add column outdated_prices jsonb not null default '[]';
comment on column ${schema}.gold_negotiations.outdated_prices is
    'The quoted prices that were found to be others when the quote was reopened; none is agreed to before it is repriced.';

-- The category that a product is priced under: what the catalogue says, where there is one that says something.
create function ${schema}.price_category(tenant uuid, wanted text) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if to_regclass('${schema}.tenant_offering') is null then
        return null;
    end if;
    return (
        select o.domain_code
        from ${schema}.gold_products p
        join ${schema}.tenant_offering o on o.tenant_id = p.tenant_id and o.code = p.offering_code
        where p.tenant_id = tenant and p.sku = wanted
    );
end
$$;

-- The price rules in force that a product comes under.
create function ${schema}.price_rules_for(tenant uuid, wanted text, moment timestamptz)
    returns setof ${schema}.price_rules
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select r.*
    from ${schema}.price_rules r
    where r.tenant_id = tenant
        and not r.is_retired
        and r.valid_from <= moment
        and (r.valid_until > moment or r.valid_until is null)
        and case r.scope
            when 'PRODUCT' then r.scope_value = wanted
            when 'CATEGORY' then r.scope_value = ${schema}.price_category(tenant, wanted)
            else true
        end
        and not exists (
            select from ${schema}.price_rules newer
            where newer.tenant_id = r.tenant_id and newer.id = r.id and newer.version > r.version
        )
$$;

create function ${schema}.scope_rank(scope text) returns integer
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
return case scope when 'PRODUCT' then 3 when 'CATEGORY' then 2 else 1 end;

-- How far discounts may go for a product: as its own rule says, or else the tenant.
create function ${schema}.discount_limits(tenant uuid, wanted text, moment timestamptz)
    returns table (automatic numeric, maximum numeric)
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select
        coalesce(own.automatic, t.discount_automatic_percent),
        coalesce(own.maximum, t.discount_maximum_percent)
    from ${schema}.tenants t
    left join lateral (
        select (r.terms ->> 'automatic')::numeric as automatic, (r.terms ->> 'maximum')::numeric as maximum
        from ${schema}.price_rules_for(tenant, wanted, moment) r
        where r.kind = 'LIMITS'
        order by ${schema}.scope_rank(r.scope) desc, r.priority desc
        limit 1
    ) own on true
    where t.id = tenant
$$;

-- The most that the price rules give without anybody's word: the largest that competes plus all that are stackable. Of
-- each kind the most specific rule speaks.
create function ${schema}.discount_by_right(
    tenant uuid, customer uuid, wanted text, bought numeric, moment timestamptz
) returns numeric
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    with speaking as (
        select distinct on (r.kind, r.stackable) r.kind, r.stackable, r.terms
        from ${schema}.price_rules_for(tenant, wanted, moment) r
        where r.kind in ('VOLUME', 'CUSTOMER_TIER', 'PROMOTION')
        order by r.kind, r.stackable, ${schema}.scope_rank(r.scope) desc, r.priority desc
    ),
    given as (
        select
            s.stackable,
            case s.kind
                when 'VOLUME' then (
                    select max((t.tier ->> 'discount')::numeric)
                    from jsonb_array_elements(s.terms -> 'tiers') as t (tier)
                    where (t.tier ->> 'from')::numeric <= bought
                )
                when 'CUSTOMER_TIER' then (
                    s.terms -> 'discounts' ->> coalesce((
                        select c.tier
                        from ${schema}.customer_tiers c
                        where c.tenant_id = tenant and c.lead_id = customer
                    ), 'STANDARD')
                )::numeric
                else (s.terms ->> 'discount')::numeric
            end as points
        from speaking s
    )
    select least(
        100,
        coalesce(max(g.points) filter (where not g.stackable), 0)
            + coalesce(sum(g.points) filter (where g.stackable), 0)
    )
    from given g
$$;

-- As before, and: a product's own limits, a price that the rules give by right, a trail that ends at the price.
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
                    when i.discount_percent <= l.automatic and i.unit_price >= i.floor_price then null
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

-- Two rules that nothing tells apart would make a price a matter of luck. The tenant's row keeps two writers apart.
create function ${schema}.check_price_rule() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text;
begin
    perform from ${schema}.tenants t where t.id = new.tenant_id for no key update;
    if new.version <> 1 + (
        select count(*)
        from ${schema}.price_rules r
        where r.tenant_id = new.tenant_id and r.id = new.id and r.version <> new.version
    ) then
        broken := 'the versions of a price rule follow each other';
    elsif not new.is_retired and exists (
        select from ${schema}.price_rules r
        where r.tenant_id = new.tenant_id
            and r.id <> new.id
            and not r.is_retired
            and r.kind = new.kind
            and r.stackable = new.stackable
            and r.scope = new.scope
            and r.scope_value is not distinct from new.scope_value
            and r.priority = new.priority
            and tstzrange(r.valid_from, r.valid_until) && tstzrange(new.valid_from, new.valid_until)
            and not exists (
                select from ${schema}.price_rules newer
                where newer.tenant_id = r.tenant_id and newer.id = r.id and newer.version > r.version
            )
    ) then
        broken := 'scope, kind, priority and time tell price rules apart';
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of price rule %s', new.version, new.id));
    end if;
    return null;
end
$$;

create trigger "a price rule stands alone"
    after insert on ${schema}.price_rules for each row
    execute function ${schema}.check_price_rule();

create trigger "no agreement and no proforma at outdated prices"
    after update on ${schema}.gold_negotiations for each row
    when (
        new.outdated_prices <> '[]'
        and (
            (new.agreement_at is not null and new.agreement_at is distinct from old.agreement_at)
            or (new.proforma_ref is not null and new.proforma_ref is distinct from old.proforma_ref)
        )
    )
    execute function ${schema}.refuse();

create trigger "what was written stays" before update or delete on ${schema}.price_rules
    for each row execute function ${schema}.refuse();
create trigger "what was written is not emptied" before truncate on ${schema}.price_rules
    for each statement execute function ${schema}.refuse();

do $$
declare
    name text;
begin
    foreach name in array array['price_rules', 'customer_tiers'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;

grant select, insert on ${schema}.price_rules to ${runtimeRole};
grant select, insert, update on ${schema}.customer_tiers to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (9);
