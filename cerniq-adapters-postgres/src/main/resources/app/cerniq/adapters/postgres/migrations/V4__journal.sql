-- Everything that happened, why it was allowed, and what has to be told to others. Written with every command and by
-- one statement, so there are no foreign keys here: the guards ask for the events, and nobody can take a row away.

create table ${schema}.domain_events (
    tenant_id uuid not null,
    stream_id uuid not null, -- the negotiation
    version bigint not null,
    event_index integer not null, -- from 0, in the order in which they happened
    event_id uuid not null, -- the name by which the world knows it
    stream_type text not null default 'negotiation',
    type text not null,
    payload jsonb not null,
    actor_type text not null,
    actor_id uuid not null,
    actor_label text not null,
    occurred_at timestamptz not null,
    primary key (tenant_id, stream_id, version, event_index)
);
comment on table ${schema}.domain_events is
    'The journal. Folding the events of a stream in order gives the row that stands in its table.';

-- Thin on purpose: the event itself stands in the journal.
create table ${schema}.outbox (
    tenant_id uuid not null,
    stream_id uuid not null,
    version bigint not null,
    event_index integer not null,
    event_id uuid not null,
    attempts integer not null default 0,
    available_at timestamptz not null,
    delivered_at timestamptz,
    last_error text,
    primary key (tenant_id, stream_id, version, event_index)
);

create table ${schema}.policy_decisions (
    tenant_id uuid not null,
    stream_id uuid not null,
    version bigint not null, -- of the negotiation, made by the command that rested on this answer
    decision_index integer not null,
    question text not null,
    facts jsonb not null,
    outcome jsonb not null,
    reasons jsonb not null,
    rules jsonb not null,
    pack_version text not null,
    decided_at timestamptz not null,
    primary key (tenant_id, stream_id, version, decision_index)
);

create table ${schema}.idempotency_keys (
    tenant_id uuid not null,
    key text not null,
    fingerprint text not null,
    receipt jsonb not null,
    created_at timestamptz not null,
    constraint "a key has one effect per tenant" primary key (tenant_id, key)
);

insert into ${schema}.schema_version (version) values (4);
