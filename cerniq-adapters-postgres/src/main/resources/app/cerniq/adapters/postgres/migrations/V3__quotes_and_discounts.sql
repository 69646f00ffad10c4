-- What was on the table, by value: immutable quote versions, offers, discounts, payments.

create table ${schema}.negotiation_quotes (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    quote_number integer not null,
    round integer not null,
    version bigint not null, -- the negotiation's version that put it on the table
    hash text not null,
    contents_hash text not null,
    reason text not null,
    currency text not null,
    decimals smallint not null, -- of the currency, so that rounding can be checked here
    rounding text not null,
    line_count integer not null,
    net_value numeric(16, 4) not null,
    vat_value numeric(16, 4) not null,
    total_value numeric(16, 4) not null,
    created_by_type text not null,
    created_by uuid not null,
    created_by_label text not null,
    created_at timestamptz not null,
    primary key (tenant_id, negotiation_id, quote_number),
    constraint "a quote belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "a quote has at most a hundred lines" check (line_count between 0 and 100),
    constraint "a quote's gross is net plus VAT" check (total_value = net_value + vat_value),
    constraint "a currency has zero to four decimals" check (decimals between 0 and 4)
);

create table ${schema}.discount_requests (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    id uuid not null,
    round integer not null,
    version bigint not null,
    status text not null default 'waiting',
    tier text not null,
    quote_hash text not null,
    lines jsonb not null,
    justification text not null,
    requested_by_type text not null,
    requested_by uuid not null,
    requested_by_label text not null,
    requested_at timestamptz not null,
    decide_by timestamptz not null,
    decided_version bigint,
    decided_by_type text,
    decided_by uuid,
    decided_by_label text,
    decided_at timestamptz,
    decision_comment text,
    primary key (tenant_id, negotiation_id, id),
    constraint "a request belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "a request waits, is approved, rejected or void" check (
        status in ('waiting', 'approved', 'rejected', 'void')
    ),
    constraint "a request goes to somebody who decides" check (tier in ('MANAGER', 'DIRECTOR', 'CEO')),
    constraint "a request names its lines" check (jsonb_array_length(lines) > 0),
    constraint "a request that waits is not decided" check (
        num_nulls(decided_version, decided_by_type, decided_by, decided_by_label, decided_at, decision_comment)
            = case status when 'waiting' then 6 else 0 end
    ),
    constraint "a user decides on a request" check (status not in ('approved', 'rejected') or decided_by_type = 'user')
);
comment on column ${schema}.discount_requests.status is
    'void: the lines changed under the request or the deal was resurrected, so that nobody has to decide any more.';
create index discount_requests_that_wait on ${schema}.discount_requests (tenant_id, negotiation_id)
    where status = 'waiting';

create table ${schema}.discount_approvals (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    request_id uuid not null, -- of a request, or fresh where the approver's own authority was enough
    round integer not null,
    version bigint not null,
    quote_hash text not null,
    line_hashes text[] not null,
    tier text not null,
    approved_by_type text not null,
    approved_by uuid not null,
    approved_by_label text not null,
    approved_at timestamptz not null,
    valid_until timestamptz not null,
    comment text not null,
    primary key (tenant_id, negotiation_id, request_id),
    constraint "an approval belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "an approval names its lines" check (cardinality(line_hashes) > 0),
    constraint "only a user approves a discount" check (approved_by_type = 'user'),
    constraint "what nobody may grant is not approved" check (tier in ('MANAGER', 'DIRECTOR', 'CEO')),
    constraint "an approval is valid for a while" check (valid_until > approved_at)
);

create table ${schema}.negotiation_items (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    quote_number integer not null,
    line_number integer not null,
    sku text not null,
    offering_version integer not null,
    name text not null,
    unit text not null,
    price_list text not null,
    list_price numeric(16, 4) not null,
    floor_price numeric(16, 4) not null,
    cost numeric(16, 4), -- null: unknown
    vat_category text not null,
    vat_percent numeric(5, 2) not null,
    quantity numeric(12, 3) not null,
    discount_percent numeric(5, 2) not null,
    unit_price numeric(16, 4) not null, -- after the discount
    line_total numeric(16, 4) not null, -- net, rounded once; VAT exists per group only
    line_hash text not null,
    approval_id uuid,
    primary key (tenant_id, negotiation_id, quote_number, line_number),
    constraint "a line belongs to a quote" foreign key (tenant_id, negotiation_id, quote_number)
        references ${schema}.negotiation_quotes (tenant_id, negotiation_id, quote_number),
    constraint "a quote has one line per SKU" unique (tenant_id, negotiation_id, quote_number, sku),
    constraint "a line refers to an approval of its deal" foreign key (tenant_id, negotiation_id, approval_id)
        references ${schema}.discount_approvals (tenant_id, negotiation_id, request_id),
    constraint "a quantity is above zero" check (quantity > 0),
    constraint "a discount lies between 0 and 100" check (discount_percent between 0 and 100),
    constraint "a unit price is at most the list price" check (unit_price between 0 and list_price),
    constraint "a floor is at most the list price" check (floor_price between 0 and list_price),
    constraint "a cost is not negative" check (cost >= 0),
    constraint "only category S has a rate above zero" check (
        vat_percent between 0 and 100 and (vat_category = 'S') = (vat_percent > 0)
    )
);

create table ${schema}.negotiation_offers (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    offer_number integer not null,
    round integer not null,
    version bigint not null,
    side text not null,
    against_hash text not null,
    terms jsonb not null,
    note text not null,
    made_at timestamptz not null,
    primary key (tenant_id, negotiation_id, offer_number),
    constraint "an offer belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "an offer comes from one of two sides" check (side in ('CUSTOMER', 'SELLER')),
    constraint "an offer names its lines" check (jsonb_array_length(terms) > 0)
);

create table ${schema}.negotiation_payments (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    round integer not null,
    payment_ref text not null,
    version bigint not null,
    amount numeric(16, 4) not null,
    currency text not null,
    received_at timestamptz not null,
    primary key (tenant_id, negotiation_id, round, payment_ref),
    constraint "a payment belongs to a negotiation" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "a payment is above zero" check (amount > 0)
);

insert into ${schema}.schema_version (version) values (3);
