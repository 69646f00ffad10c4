-- Who uses this installation, what they sell and how much of it there is.
--
-- Conventions of every script here: lower case; text with a check instead of enum types, so that a new word needs no
-- lock; money as numeric(16,4), because some currencies have three or four decimals; tenant_id first in every key, so
-- that the schema distributes by tenant; constraints and triggers are named by the sentence that they enforce.
--
-- Rollback: everything lives in one schema, so "drop schema <schema> cascade" takes it all back. The runtime role is
-- shared by all schemas of a cluster and stays; "drop role <role>" removes it once no schema grants it anything.

create table ${schema}.schema_version (
    version integer not null primary key,
    installed_at timestamptz not null default now()
);
comment on table ${schema}.schema_version is
    'Which scripts ran, whether a program ran them or a person did; the last one is the version of the schema.';

create table ${schema}.tenants (
    id uuid not null primary key,
    name text not null,
    discount_automatic_percent numeric(5, 2) not null default 15,
    discount_manager_percent numeric(5, 2) not null default 30,
    discount_maximum_percent numeric(5, 2) not null default 40,
    below_cost_by_ceo boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint "discount limits rise from automatic to maximum" check (
        0 <= discount_automatic_percent
        and discount_automatic_percent <= discount_manager_percent
        and discount_manager_percent <= discount_maximum_percent
        and discount_maximum_percent <= 100
    )
);

-- An offering is known by its SKU. A quote line copies it by value and therefore never refers to this table.
create table ${schema}.gold_products (
    tenant_id uuid not null,
    sku text not null,
    version integer not null,
    name text not null,
    unit text not null,
    price_list text not null,
    currency text not null,
    list_price numeric(16, 4) not null,
    min_price numeric(16, 4) not null,
    cost numeric(16, 4), -- null: unknown, which is never read as zero
    vat_category text not null,
    vat_percent numeric(5, 2) not null, -- no default: rates change by law
    status text not null default 'on_sale',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, sku),
    constraint "a product belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    constraint "a product's version is one or more" check (version >= 1),
    constraint "a product's list price is above zero" check (list_price > 0 and list_price < 1000000000000),
    constraint "a product's floor is at most its list price" check (min_price between 0 and list_price),
    constraint "a product's cost is not negative" check (cost >= 0 and cost < 1000000000000),
    constraint "a product's currency has three letters" check (currency ~ '^[A-Z]{3}$'),
    constraint "a product's VAT category is known" check (vat_category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
    constraint "only VAT category S has a rate above zero" check (
        vat_percent between 0 and 100 and (vat_category = 'S') = (vat_percent > 0)
    ),
    constraint "a product is on sale or withdrawn" check (status in ('on_sale', 'withdrawn'))
);
comment on column ${schema}.gold_products.min_price is
    'The floor: per unit, without VAT; no seller goes below it alone.';

create table ${schema}.stock_inventory (
    tenant_id uuid not null,
    sku text not null,
    -- A fixed default instead of null: two nulls are never equal, so there could be two default warehouses.
    warehouse_id uuid not null default '00000000-0000-0000-0000-000000000000',
    unit text not null,
    total_quantity numeric(12, 3) not null,
    reserved_quantity numeric(12, 3) not null default 0,
    available_quantity numeric(12, 3) not null generated always as (total_quantity - reserved_quantity) stored,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, sku, warehouse_id),
    constraint "only products are in stock" foreign key (tenant_id, sku) references ${schema}.gold_products (tenant_id, sku),
    constraint "stock is not negative" check (total_quantity >= 0),
    -- Reserved may exceed the total for a while: a count can come out lower than what was promised.
    constraint "reserved stock is not negative" check (reserved_quantity >= 0)
);

insert into ${schema}.schema_version (version) values (1);
