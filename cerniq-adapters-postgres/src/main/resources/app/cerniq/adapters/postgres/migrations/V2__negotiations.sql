-- A deal as it stands, its history of moves, and what was on the table.
--
-- Nothing here is ever deleted, and no foreign key cascades: a deal is evidence. What the host owns (leads, journeys,
-- phones, users) is named by its id and not referred to.

create table ${schema}.fsm_valid_transitions (
    from_state text not null,
    to_state text not null,
    requires_condition text[] not null default '{}',
    primary key (from_state, to_state)
);
comment on table ${schema}.fsm_valid_transitions is
    'The second guard behind the rules: the seventeen legal moves and the conditions that each of them needs.';

insert into ${schema}.fsm_valid_transitions (from_state, to_state, requires_condition) values
    ('DISCOVERY', 'PROPOSAL', '{}'),
    ('DISCOVERY', 'DEAD', '{}'),
    ('PROPOSAL', 'NEGOTIATION', '{product_confirmed}'),
    ('PROPOSAL', 'DISCOVERY', '{}'),
    ('PROPOSAL', 'DEAD', '{}'),
    ('NEGOTIATION', 'CLOSING', '{agreement_reached}'),
    ('NEGOTIATION', 'PROPOSAL', '{}'),
    ('NEGOTIATION', 'DEAD', '{}'),
    ('CLOSING', 'PROFORMA_SENT', '{proforma_created}'),
    ('CLOSING', 'NEGOTIATION', '{}'),
    ('CLOSING', 'DEAD', '{}'),
    ('PROFORMA_SENT', 'INVOICED', '{proforma_accepted,invoice_issued}'),
    ('PROFORMA_SENT', 'NEGOTIATION', '{proforma_rejected}'),
    ('PROFORMA_SENT', 'DEAD', '{proforma_expired}'),
    ('INVOICED', 'PAID', '{payment_confirmed}'),
    ('INVOICED', 'DEAD', '{payment_failed}'),
    ('DEAD', 'DISCOVERY', '{resurrection}');

create table ${schema}.fsm_state_allowed_tools (
    state text not null,
    tool_name text not null,
    primary key (state, tool_name)
);

-- convert_to_invoice is open in PROFORMA_SENT, where it makes the invoice, and in INVOICED, where it finds it again.
insert into ${schema}.fsm_state_allowed_tools (state, tool_name) values
    ('DISCOVERY', 'search_products'),
    ('DISCOVERY', 'get_catalog'),
    ('PROPOSAL', 'get_product_details'),
    ('PROPOSAL', 'check_realtime_stock'),
    ('NEGOTIATION', 'calculate_discount'),
    ('NEGOTIATION', 'check_realtime_stock'),
    ('NEGOTIATION', 'get_product_details'),
    ('CLOSING', 'validate_client_data'),
    ('CLOSING', 'create_proforma'),
    ('PROFORMA_SENT', 'track_proforma_status'),
    ('PROFORMA_SENT', 'resend_proforma'),
    ('PROFORMA_SENT', 'convert_to_invoice'),
    ('INVOICED', 'convert_to_invoice'),
    ('INVOICED', 'send_einvoice'),
    ('INVOICED', 'track_payment');

create table ${schema}.gold_negotiations (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    lead_id uuid not null,
    journey_id uuid,

    current_state text not null,
    previous_state text,
    state_changed_at timestamptz not null,
    round integer not null,

    assigned_phone_id uuid,
    assigned_user_id uuid,

    client_name text,
    client_cif text,
    client_cnp text,
    client_trade_register text,
    client_street text,
    client_city text,
    client_county text,
    client_country text,
    client_email text,
    client_phone text,

    currency text not null,
    rounding text not null,
    quote_count integer not null, -- over all rounds; also the number of the current version
    quote_hash text, -- null: nothing is on the table
    quote_contents_hash text,
    net_value numeric(16, 4) not null,
    vat_value numeric(16, 4) not null,
    total_value numeric(16, 4) not null,
    estimated_margin_percent numeric(5, 2),
    offer_count integer not null,
    confirmed_contents_hash text,
    agreement_quote_hash text,
    agreement_at timestamptz,
    agreement_evidence text,

    max_discount_offered numeric(5, 2) not null,
    discount_approved_by uuid,
    discount_approval_at timestamptz,

    ai_enabled boolean not null,
    ai_confidence_score numeric(5, 2),
    ai_handoff_reason text,
    mcp_session_id text,
    mcp_session_expires_at timestamptz,

    proforma_ref text,
    proforma_quote_hash text,
    proforma_sent_at timestamptz,
    proforma_expires_at timestamptz,
    proforma_accepted_at timestamptz,
    proforma_acceptance text,
    proforma_rejected_at timestamptz,
    invoice_ref text,
    invoice_issued_at timestamptz,
    invoice_gross numeric(16, 4),
    storno_ref text,
    paid_value numeric(16, 4) not null,

    first_contact_at timestamptz not null,
    last_activity_at timestamptz not null,
    expected_close_date date,
    engagement_score integer not null,
    sentiment_score numeric(4, 3) not null,
    close_probability numeric(5, 2),
    priority text not null,

    requires_human_review boolean not null generated always as (human_review_reason is not null) stored,
    human_review_reason text,
    is_human_controlled boolean not null,

    tags text[] not null,
    notes text,
    custom_fields jsonb not null,

    created_at timestamptz not null,
    created_by uuid not null,
    created_by_type text not null,
    created_by_label text not null,
    updated_at timestamptz not null,
    updated_by uuid not null,
    updated_by_type text not null,
    updated_by_label text not null,

    primary key (tenant_id, id),
    constraint "a negotiation belongs to a tenant" foreign key (tenant_id) references ${schema}.tenants (id),
    -- Only what must hold even where triggers sleep; every check is read anew by every statement, so the others stand
    -- in the trigger of the guards, which is compiled once.
    constraint "a proforma stands behind PROFORMA_SENT and later" check (
        current_state not in ('PROFORMA_SENT', 'INVOICED', 'PAID')
        or (proforma_ref is not null and proforma_quote_hash = quote_hash) is true
    ),
    constraint "an accepted proforma and an invoice stand behind INVOICED" check (
        current_state not in ('INVOICED', 'PAID') or (proforma_accepted_at is not null and invoice_ref is not null)
    ),
    constraint "a paid deal is paid in full" check (
        current_state <> 'PAID' or (paid_value >= invoice_gross and storno_ref is null) is true
    ),
    constraint "an invoiced deal dies only by a storno" check (
        current_state <> 'DEAD' or previous_state <> 'INVOICED' or storno_ref is not null
    )
) with (fillfactor = 80); -- most changes touch no indexed column, and then the new row stays on its page
comment on column ${schema}.gold_negotiations.total_value is
    'Gross: net_value plus vat_value, as the source schema summed it. Thresholds compare net_value.';
comment on column ${schema}.gold_negotiations.round is
    'One more after each resurrection; quotes, offers, approvals and payments of earlier rounds no longer count.';

create unique index "a lead has one active negotiation"
    on ${schema}.gold_negotiations (tenant_id, lead_id)
    where current_state not in ('PAID', 'DEAD');
create index gold_negotiations_by_user on ${schema}.gold_negotiations (tenant_id, assigned_user_id)
    where assigned_user_id is not null;
create index gold_negotiations_by_proforma on ${schema}.gold_negotiations (tenant_id, proforma_ref)
    where proforma_ref is not null;
create index gold_negotiations_by_invoice on ${schema}.gold_negotiations (tenant_id, invoice_ref)
    where invoice_ref is not null;
-- No index on what changes often (last_activity_at, current_state alone): every version would rewrite all of them.

create table ${schema}.negotiation_state_history (
    tenant_id uuid not null,
    negotiation_id uuid not null,
    version bigint not null,
    from_state text not null,
    to_state text not null,
    transition_reason text not null,
    transition_trigger text not null,
    loss_reason text,
    triggered_by_type text not null,
    triggered_by_id uuid not null,
    triggered_by_label text not null,
    rules text[] not null,
    pack_version text not null,
    context_snapshot jsonb not null,
    created_at timestamptz not null,
    -- The version says which change it was, so there is at most one move per version.
    -- A trigger ties the row to its negotiation, more tightly than a foreign key could: to that very version.
    primary key (tenant_id, negotiation_id, version),
    constraint "history holds only legal moves" foreign key (from_state, to_state)
        references ${schema}.fsm_valid_transitions (from_state, to_state)
);

insert into ${schema}.schema_version (version) values (2);
