-- What is sold, in versions that stay as they were; where it is sold; and what it costs when.
--
-- gold_products becomes the table of variants; its rows become offerings with one version and one variant each, and its
-- prices the first rows of the price history. Attributes are one jsonb object per version and per variant, and nowhere
-- else: a version is one row that never changes, a key cannot come twice, and what bounds a value (its definition) has to
-- be looked up by a trigger in any case.

-- Two plain columns and a span of time in one exclusion constraint need btree_gist. It is trusted: whoever may create in
-- the database may install it.
do $$
begin
    if not exists (select from pg_catalog.pg_extension where extname = 'btree_gist') then
        execute 'create extension btree_gist'
            || case when to_regnamespace('public') is null then '' else ' schema public' end;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another schema of this database was faster
    when insufficient_privilege or undefined_file or feature_not_supported then
        raise exception 'extension btree_gist is not installed, and % cannot install it: %', current_user, sqlerrm
            using hint = 'Let a DBA run: create extension btree_gist';
end
$$;

create table ${schema}.knowledge_domain (
    tenant_id uuid not null,
    code text not null,
    name text not null,
    revision bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, code),
    constraint "a product domain belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a product domain's code is a word" check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    constraint "a product domain has a name" check (btrim(name) <> '' and length(name) <= 200),
    constraint "a product domain's revision is one or more" check (revision >= 1)
);

create table ${schema}.domain_attribute_definition (
    tenant_id uuid not null,
    domain_code text not null,
    key text not null,
    label text not null,
    value_type text not null,
    semantic_type text not null,
    unit text,
    minimum numeric,
    maximum numeric,
    words text[] not null,
    maximum_length integer not null,
    is_required boolean not null,
    scope text not null,
    primary key (tenant_id, domain_code, key),
    constraint "an attribute is defined in a product domain"
        foreign key (tenant_id, domain_code) references ${schema}.knowledge_domain (tenant_id, code),
    constraint "an attribute's key is a word" check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    constraint "an attribute has a label" check (btrim(label) <> '' and length(label) <= 100),
    constraint "an attribute's type is known" check (value_type in ('text', 'number', 'boolean')),
    constraint "an attribute's meaning is known" check (semantic_type in ('physical', 'financial', 'categorical')),
    constraint "an attribute's scope is known" check (scope in ('offering', 'variant')),
    constraint "only numbers have bounds and a unit" check (
        value_type = 'number' or num_nonnulls(unit, minimum, maximum) = 0
    ),
    constraint "the greatest value is not below the least" check (minimum <= maximum),
    constraint "only texts have words and a length" check (
        maximum_length between 1 and 1000 and (value_type = 'text' or (cardinality(words) = 0 and maximum_length = 1000))
    )
);

create table ${schema}.tenant_offering (
    tenant_id uuid not null,
    code text not null,
    offering_type text not null,
    domain_code text,
    archived_at timestamptz,
    archived_reason text,
    revision bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, code),
    constraint "an offering belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "an offering's product domain is the tenant's"
        foreign key (tenant_id, domain_code) references ${schema}.knowledge_domain (tenant_id, code),
    constraint "an offering's kind is known" check (offering_type in ('physical', 'service', 'asset', 'financial')),
    constraint "an offering is archived for a reason" check ((archived_at is null) = (archived_reason is null)),
    constraint "an offering's revision is one or more" check (revision >= 1)
);
comment on table ${schema}.tenant_offering is 'Never deleted: archived_at says since when it is off sale for good.';

create table ${schema}.tenant_offering_version (
    tenant_id uuid not null,
    offering_code text not null,
    version integer not null,
    status text not null,
    name text not null,
    description text not null,
    attributes jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, offering_code, version),
    constraint "a version belongs to an offering"
        foreign key (tenant_id, offering_code) references ${schema}.tenant_offering (tenant_id, code),
    constraint "an offering's version is one or more" check (version >= 1),
    constraint "a version is a draft, active or superseded" check (status in ('draft', 'active', 'superseded')),
    constraint "a version has a name" check (btrim(name) <> ''),
    constraint "attributes are an object" check (jsonb_typeof(attributes) = 'object')
);
create unique index "an offering has one active version"
    on ${schema}.tenant_offering_version (tenant_id, offering_code) where status = 'active';

create table ${schema}.tenant_sales_channel (
    tenant_id uuid not null,
    code text not null,
    name text not null,
    closed_at timestamptz,
    closed_reason text,
    revision bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, code),
    constraint "a sales channel belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a sales channel's code is a word" check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    constraint "a sales channel has a name" check (btrim(name) <> '' and length(name) <= 200),
    constraint "a sales channel is closed for a reason" check ((closed_at is null) = (closed_reason is null)),
    constraint "the direct channel is never closed" check (code <> 'direct' or closed_at is null),
    constraint "a sales channel's revision is one or more" check (revision >= 1)
);
comment on table ${schema}.tenant_sales_channel is
    'Where something is sold; ways of talking with customers (telephone, WhatsApp, e-mail) are no sales channels.';

create table ${schema}.tenant_price_list (
    tenant_id uuid not null,
    code text not null,
    name text not null,
    currency text not null,
    channel_code text,
    valid_from timestamptz not null,
    valid_until timestamptz,
    precedence integer not null,
    revision bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, code),
    constraint "a price list belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a price list's channel is the tenant's"
        foreign key (tenant_id, channel_code) references ${schema}.tenant_sales_channel (tenant_id, code),
    constraint "a price list has a name" check (btrim(name) <> ''),
    constraint "a price list's currency has three letters" check (currency ~ '^[A-Z]{3}$'),
    constraint "a price list is valid for a time" check (valid_until > valid_from),
    constraint "a precedence has up to six digits" check (precedence between -1000000 and 1000000),
    constraint "a price list's revision is one or more" check (revision >= 1),
    constraint "lists that overlap differ in precedence" exclude using gist (
        tenant_id with =,
        (coalesce(channel_code, '')) with =,
        currency with =,
        precedence with =,
        tstzrange(valid_from, valid_until) with &&
    )
);
comment on column ${schema}.tenant_price_list.channel_code is 'Null: for every channel.';
comment on column ${schema}.tenant_price_list.precedence is
    'Higher wins; among equals a channel''s own list before one for every channel; nothing else decides.';
comment on column ${schema}.tenant_price_list.valid_until is 'The first instant after it; null: no end.';

create table ${schema}.tenant_variant_price (
    tenant_id uuid not null,
    sku text not null,
    price_list_code text not null,
    number integer not null,
    amount numeric(16, 4) not null,
    compare_at numeric(16, 4),
    floor_price numeric(16, 4) not null,
    cost numeric(16, 4), -- null: unknown, which is never read as zero
    valid_from timestamptz not null,
    valid_until timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, sku, price_list_code, number),
    constraint "a price is that of a product"
        foreign key (tenant_id, sku) references ${schema}.gold_products (tenant_id, sku),
    constraint "a price stands in a list"
        foreign key (tenant_id, price_list_code) references ${schema}.tenant_price_list (tenant_id, code),
    constraint "prices are numbered from one" check (number >= 1),
    constraint "a price is above zero" check (amount > 0 and amount < 1000000000000),
    constraint "the price to compare with is higher" check (compare_at > amount and compare_at < 1000000000000),
    constraint "the floor is at most the price" check (floor_price between 0 and amount),
    constraint "a cost is not negative" check (cost >= 0 and cost < 1000000000000),
    constraint "a price does not end before it begins" check (valid_until >= valid_from),
    constraint "one price at a time" exclude using gist (
        tenant_id with =,
        sku with =,
        price_list_code with =,
        tstzrange(valid_from, valid_until) with &&
    )
);
comment on column ${schema}.tenant_variant_price.floor_price is
    'Per unit, without VAT; no seller goes below it alone.';
comment on column ${schema}.tenant_variant_price.valid_until is
    'The first instant after it; null: no end; equal to valid_from where another price took its place before it began.';

-- The price that holds is the last one to begin among those that ever held: found without reading its history.
create index "which price holds" on ${schema}.tenant_variant_price (tenant_id, sku, price_list_code, valid_from desc)
    where valid_until is null or valid_until > valid_from;

create table ${schema}.offering_substitutes (
    tenant_id uuid not null,
    sku text not null,
    rank integer not null,
    substitute_sku text not null,
    note text not null,
    primary key (tenant_id, sku, rank),
    constraint "a substitute is named once" unique (tenant_id, sku, substitute_sku),
    constraint "only products have substitutes"
        foreign key (tenant_id, sku) references ${schema}.gold_products (tenant_id, sku),
    constraint "a substitute is a product"
        foreign key (tenant_id, substitute_sku) references ${schema}.gold_products (tenant_id, sku),
    constraint "nothing is its own substitute" check (substitute_sku <> sku),
    constraint "a product has up to twenty substitutes" check (rank between 1 and 20)
);

-- What was there. An owner who is no superuser is bound by row security, and would move no row at all.
alter table ${schema}.tenants no force row level security;
alter table ${schema}.gold_products no force row level security;

insert into ${schema}.tenant_sales_channel (tenant_id, code, name, revision)
select id, 'direct', 'Direct', 1
from ${schema}.tenants;

insert into ${schema}.tenant_offering (tenant_id, code, offering_type, revision, created_at, updated_at)
select tenant_id, sku, 'physical', 1, created_at, updated_at
from ${schema}.gold_products;

insert into ${schema}.tenant_offering_version (
    tenant_id, offering_code, version, status, name, description, attributes, created_at
)
select tenant_id, sku, version, 'active', name, '', '{}', created_at
from ${schema}.gold_products;

-- A list has one currency. Where one name stood for several, the currency with most products keeps it.
create temporary table cerniq_lists on commit drop as
select
    tenant_id,
    price_list,
    currency,
    case
        when row_number() over (partition by tenant_id, price_list order by count(*) desc, currency) = 1 then price_list
        else price_list || ' ' || currency
    end as code,
    row_number() over (partition by tenant_id, currency order by min(created_at), price_list) - 1 as precedence
from ${schema}.gold_products
group by tenant_id, price_list, currency;

insert into ${schema}.tenant_price_list (tenant_id, code, name, currency, valid_from, precedence, revision)
select tenant_id, code, code, currency, 'epoch', precedence, 1
from cerniq_lists;

insert into ${schema}.tenant_variant_price (
    tenant_id, sku, price_list_code, number, amount, floor_price, cost, valid_from, valid_until, created_at
)
select
    p.tenant_id, p.sku, l.code, 1, p.list_price, p.min_price, p.cost, 'epoch',
    case when p.status = 'withdrawn' then p.updated_at end,
    p.created_at
from ${schema}.gold_products p
join cerniq_lists l
    on l.tenant_id = p.tenant_id and l.price_list = p.price_list and l.currency = p.currency;

drop table cerniq_lists;

alter table ${schema}.gold_products
    add column offering_code text,
    add column attributes jsonb not null default '{}',
    add column if not exists track_inventory boolean not null default true,
    add column archived_at timestamptz,
    add column archived_reason text,
    add column revision bigint not null default 1,
    drop column version,
    drop column price_list,
    drop column currency,
    drop column list_price,
    drop column min_price,
    drop column cost,
    drop column status;

update ${schema}.gold_products set offering_code = sku;

alter table ${schema}.gold_products
    alter column offering_code set not null,
    alter column attributes drop default,
    alter column revision drop default,
    add constraint "a product is a variant of an offering"
        foreign key (tenant_id, offering_code) references ${schema}.tenant_offering (tenant_id, code),
    add constraint "a product has a name" check (btrim(name) <> ''),
    add constraint "a product's attributes are an object" check (jsonb_typeof(attributes) = 'object'),
    add constraint "a product is archived for a reason" check ((archived_at is null) = (archived_reason is null)),
    add constraint "a product's revision is one or more" check (revision >= 1);
comment on table ${schema}.gold_products is
    'The variants: what can be ordered, each with a SKU. Never deleted: archived_at says since when it is off sale for good.';
comment on column ${schema}.gold_products.track_inventory is 'Whether stock is kept of it.';
create index "the variants of an offering" on ${schema}.gold_products (tenant_id, offering_code);

alter table ${schema}.tenants force row level security;
alter table ${schema}.gold_products force row level security;

-- Every invariant of the catalogue a second time, for whoever writes without the domain; after the fact, as in V5.
create function ${schema}.open_direct_channel() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into ${schema}.tenant_sales_channel (tenant_id, code, name, revision) values (new.id, 'direct', 'Direct', 1);
    return null;
end
$$;
create trigger "every tenant sells directly" after insert on ${schema}.tenants
    for each row execute function ${schema}.open_direct_channel();

create function ${schema}.check_attributes(tenant uuid, offering text, of_scope text, given jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text := (
        select format('%s is %s', coalesce(a.key, d.key), coalesce(a.value::text, 'missing'))
        from jsonb_each(given) a
        full join (
            select defined.*
            from ${schema}.tenant_offering o
            join ${schema}.domain_attribute_definition defined
                on defined.tenant_id = o.tenant_id and defined.domain_code = o.domain_code
            where o.tenant_id = tenant and o.code = offering and defined.scope = of_scope
        ) d on d.key = a.key
        where case
            when a.key is null then d.is_required
            when d.key is null then true
            when d.value_type = 'number' and jsonb_typeof(a.value) = 'number' then
                a.value::numeric < d.minimum or a.value::numeric > d.maximum
            when d.value_type = 'text' and jsonb_typeof(a.value) = 'string' then
                case
                    when cardinality(d.words) > 0 then a.value #>> '{}' <> all (d.words)
                    else btrim(a.value #>> '{}') = '' or length(a.value #>> '{}') > d.maximum_length
                end
            else d.value_type <> jsonb_typeof(a.value)
        end
        limit 1
    );
begin
    if broken is not null then
        perform ${schema}.refuse_because('attributes are as their product domain defines them', broken);
    end if;
end
$$;

create function ${schema}.check_offering_version() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT' and (
        select max(v.version) - min(v.version) + 1 <> count(*)
        from ${schema}.tenant_offering_version v
        where v.tenant_id = new.tenant_id and v.offering_code = new.offering_code
    ) then
        perform ${schema}.refuse_because('versions are numbered without gaps', format('%s of %s', new.version, new.offering_code));
    end if;
    perform ${schema}.check_attributes(new.tenant_id, new.offering_code, 'offering', new.attributes);
    return null;
end
$$;
create trigger "a new version is sound" after insert on ${schema}.tenant_offering_version
    for each row execute function ${schema}.check_offering_version();
create trigger "a changed version is sound" after update on ${schema}.tenant_offering_version
    for each row when (
        old.attributes is distinct from new.attributes or (old.status <> new.status and new.status = 'active')
    ) execute function ${schema}.check_offering_version();
create trigger "a version that was in force never changes" after update on ${schema}.tenant_offering_version
    for each row when (
        (old.tenant_id, old.offering_code, old.version, old.created_at)
            is distinct from (new.tenant_id, new.offering_code, new.version, new.created_at)
        or (old.status = 'draft' and new.status = 'superseded')
        or (
            old.status <> 'draft'
            and (
                not (old.status = 'active' and new.status = 'superseded')
                or (old.name, old.description, old.attributes)
                    is distinct from (new.name, new.description, new.attributes)
            )
        )
    ) execute function ${schema}.refuse();

create function ${schema}.check_product_attributes() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform ${schema}.check_attributes(new.tenant_id, new.offering_code, 'variant', new.attributes);
    return null;
end
$$;
create trigger "a new product is sound" after insert on ${schema}.gold_products
    for each row execute function ${schema}.check_product_attributes();
create trigger "a changed product is sound" after update on ${schema}.gold_products
    for each row when (old.attributes is distinct from new.attributes)
    execute function ${schema}.check_product_attributes();

create trigger "what an attribute is stays" after update on ${schema}.domain_attribute_definition
    for each row when (
        (old.tenant_id, old.domain_code, old.key, old.value_type, old.unit, old.scope)
            is distinct from (new.tenant_id, new.domain_code, new.key, new.value_type, new.unit, new.scope)
    ) execute function ${schema}.refuse();
create trigger "the identity of an offering stays" after update on ${schema}.tenant_offering
    for each row when (
        (old.tenant_id, old.code, old.offering_type, old.domain_code)
            is distinct from (new.tenant_id, new.code, new.offering_type, new.domain_code)
    ) execute function ${schema}.refuse();
create trigger "what is archived stays archived" after update on ${schema}.tenant_offering
    for each row when (old.archived_at is not null) execute function ${schema}.refuse();
create trigger "the identity of a product stays" after update on ${schema}.gold_products
    for each row when (
        (old.tenant_id, old.sku, old.offering_code, old.unit)
            is distinct from (new.tenant_id, new.sku, new.offering_code, new.unit)
    ) execute function ${schema}.refuse();
create trigger "what is archived stays archived" after update on ${schema}.gold_products
    for each row when (old.archived_at is not null) execute function ${schema}.refuse();
create trigger "what is closed stays closed" after update on ${schema}.tenant_sales_channel
    for each row when (old.closed_at is not null) execute function ${schema}.refuse();
create trigger "a price list keeps its place" after update on ${schema}.tenant_price_list
    for each row when (
        (old.tenant_id, old.code, old.currency, old.channel_code, old.valid_from, old.precedence)
            is distinct from (new.tenant_id, new.code, new.currency, new.channel_code, new.valid_from, new.precedence)
    ) execute function ${schema}.refuse();
create trigger "a price ends earlier or stays as it was" after update on ${schema}.tenant_variant_price
    for each row when (
        (old.tenant_id, old.sku, old.price_list_code, old.number, old.amount, old.compare_at, old.floor_price, old.cost,
            old.valid_from, old.created_at)
            is distinct from
        (new.tenant_id, new.sku, new.price_list_code, new.number, new.amount, new.compare_at, new.floor_price, new.cost,
            new.valid_from, new.created_at)
        or coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity')
    ) execute function ${schema}.refuse();

create function ${schema}.check_price_number() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if new.number > 1 and not exists (
        select from ${schema}.tenant_variant_price p
        where p.tenant_id = new.tenant_id and p.sku = new.sku and p.price_list_code = new.price_list_code
            and p.number = new.number - 1
    ) then
        perform ${schema}.refuse_because('prices are numbered without gaps', format('%s of %s', new.number, new.sku));
    end if;
    return null;
end
$$;
create trigger "prices are numbered without gaps" after insert on ${schema}.tenant_variant_price
    for each row execute function ${schema}.check_price_number();

do $$
declare
    name text;
begin
    foreach name in array array[
        'knowledge_domain', 'domain_attribute_definition', 'tenant_offering', 'tenant_offering_version',
        'tenant_sales_channel', 'tenant_price_list', 'tenant_variant_price', 'offering_substitutes'
    ] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
    -- Substitutes are advice and no record; they alone are replaced.
    foreach name in array array[
        'knowledge_domain', 'domain_attribute_definition', 'tenant_offering', 'tenant_offering_version', 'gold_products',
        'tenant_sales_channel', 'tenant_price_list', 'tenant_variant_price'
    ] loop
        execute format(
            'create trigger "the catalogue forgets nothing" before delete on ${schema}.%I
                for each row execute function ${schema}.refuse()',
            name);
        execute format(
            'create trigger "the catalogue is not emptied" before truncate on ${schema}.%I
                for each statement execute function ${schema}.refuse()',
            name);
    end loop;
end
$$;

grant select, insert, update on ${schema}.knowledge_domain, ${schema}.domain_attribute_definition,
    ${schema}.tenant_offering, ${schema}.tenant_offering_version, ${schema}.tenant_sales_channel,
    ${schema}.tenant_price_list, ${schema}.tenant_variant_price to ${runtimeRole};
grant select, insert, delete on ${schema}.offering_substitutes to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (8);
