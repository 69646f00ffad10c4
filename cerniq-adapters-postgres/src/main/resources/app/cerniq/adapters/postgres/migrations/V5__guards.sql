-- Every invariant of the domain a second time, for whoever writes without the domain.
--
-- A command is one statement, so nothing here is deferred: the triggers run at the end of that statement, when the
-- negotiation, its history, its quote and its events all stand, and nobody can switch them off for a transaction.
-- Functions see nothing but what they name: their search_path is pinned.

create function ${schema}.refuse() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using
        errcode = 'check_violation',
        message = format('refused on %I: %s', tg_table_name, tg_name),
        schema = tg_table_schema,
        table = tg_table_name,
        constraint = tg_name;
end
$$;
comment on function ${schema}.refuse() is
    'Refuses; the name of the trigger is the sentence that was broken, and its when clause says what breaks it.';

create function ${schema}.refuse_because(sentence text, detail text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using
        errcode = 'check_violation',
        message = format('refused: %s (%s)', sentence, detail),
        schema = '${schema}',
        constraint = sentence;
end
$$;

-- Rounds like java.math.RoundingMode. Nothing is divided, so nothing is rounded twice.
create function ${schema}.rounded(exact numeric, decimals integer, rounding text) returns numeric
    language sql immutable parallel safe
return case
    when rounding <> 'HALF_EVEN' or trunc(exact, decimals) = exact then round(exact, decimals)
    when 2 * (exact - trunc(exact, decimals)) <> round(exact, decimals) - trunc(exact, decimals)
        then round(exact, decimals)
    when mod(trunc(exact, decimals), 2 * (round(exact, decimals) - trunc(exact, decimals))) = 0
        then trunc(exact, decimals)
    else round(exact, decimals)
end;

create view ${schema}.negotiation_quote_vat_groups with (security_invoker = true) as
select
    i.tenant_id,
    i.negotiation_id,
    i.quote_number,
    i.vat_category,
    i.vat_percent,
    sum(i.line_total) as taxable_value,
    ${schema}.rounded(sum(i.line_total) * i.vat_percent * 0.01, q.decimals, q.rounding) as vat_value
from ${schema}.negotiation_items i
join ${schema}.negotiation_quotes q
    on q.tenant_id = i.tenant_id and q.negotiation_id = i.negotiation_id and q.quote_number = i.quote_number
group by i.tenant_id, i.negotiation_id, i.quote_number, i.vat_category, i.vat_percent, q.decimals, q.rounding;

-- The conditions of the moves, as Negotiation.conditionsAt has them. A resurrection is brought by the command itself.
create function ${schema}.conditions_met(deal ${schema}.gold_negotiations, moment timestamptz) returns text[]
    language sql immutable parallel safe
return array_remove(
    array[
        case when deal.confirmed_contents_hash = deal.quote_contents_hash then 'product_confirmed' end,
        case when deal.agreement_quote_hash = deal.quote_hash then 'agreement_reached' end,
        case when deal.proforma_quote_hash = deal.quote_hash
                and deal.proforma_rejected_at is null
                and (deal.proforma_accepted_at is not null or deal.proforma_expires_at > moment)
            then 'proforma_created' end,
        case when deal.proforma_accepted_at is not null then 'proforma_accepted' end,
        case when deal.proforma_rejected_at is not null then 'proforma_rejected' end,
        case when deal.proforma_accepted_at is null
                and deal.proforma_rejected_at is null
                and deal.proforma_expires_at <= moment
            then 'proforma_expired' end,
        case when deal.invoice_ref is not null and deal.storno_ref is null then 'invoice_issued' end,
        case when deal.paid_value >= deal.invoice_gross and deal.storno_ref is null then 'payment_confirmed' end,
        case when deal.storno_ref is not null then 'payment_failed' end,
        'resurrection'
    ]::text[],
    null
);

create function ${schema}.check_move() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    needed text[];
    move text := old.current_state || ' to ' || new.current_state;
begin
    select requires_condition into needed
    from ${schema}.fsm_valid_transitions
    where from_state = old.current_state and to_state = new.current_state;
    if not found then
        perform ${schema}.refuse_because('only legal moves', move);
    end if;
    if not needed <@ ${schema}.conditions_met(old, new.state_changed_at) then
        perform ${schema}.refuse_because('a move needs its conditions', move || ' needs ' || needed::text);
    end if;
    if not exists (
        select from ${schema}.negotiation_state_history h
        where h.tenant_id = new.tenant_id
            and h.negotiation_id = new.id
            and h.version = new.version
            and h.from_state = old.current_state
            and h.to_state = new.current_state
            and h.triggered_by_type = new.updated_by_type
    ) then
        perform ${schema}.refuse_because('each move has one history row', move);
    end if;
    return null;
end
$$;

create function ${schema}.check_history() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from ${schema}.gold_negotiations n
        where n.tenant_id = new.tenant_id
            and n.id = new.negotiation_id
            and n.version = new.version
            and n.previous_state = new.from_state
            and n.current_state = new.to_state
            and n.state_changed_at = new.created_at
    ) then
        perform ${schema}.refuse_because(
            'each history row has its move', format('version %s of %s', new.version, new.negotiation_id));
    end if;
    return null;
end
$$;

create function ${schema}.check_journal() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from ${schema}.domain_events e
        where e.tenant_id = new.tenant_id and e.stream_id = new.id and e.version = new.version and e.event_index = 0
    ) then
        perform ${schema}.refuse_because('each version has its events', format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

create function ${schema}.check_bargain() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if new.quote_hash is not null and not exists (
        select from ${schema}.negotiation_quotes q
        where q.tenant_id = new.tenant_id
            and q.negotiation_id = new.id
            and q.quote_number = new.quote_count
            and q.round = new.round
            and q.hash = new.quote_hash
            and q.contents_hash = new.quote_contents_hash
            and (q.currency, q.rounding) = (new.currency, new.rounding)
            and (q.net_value, q.vat_value, q.total_value) = (new.net_value, new.vat_value, new.total_value)
    ) then
        perform ${schema}.refuse_because('the deal shows its current quote', format('quote %s', new.quote_count));
    end if;
    if new.paid_value <> (
        select coalesce(sum(p.amount), 0)
        from ${schema}.negotiation_payments p
        where p.tenant_id = new.tenant_id and p.negotiation_id = new.id and p.round = new.round
    ) then
        perform ${schema}.refuse_because('paid is the sum of the payments', new.paid_value::text);
    end if;
    return null;
end
$$;

create trigger "a negotiation begins in DISCOVERY at version 1"
    after insert on ${schema}.gold_negotiations for each row
    when (
        new.version <> 1
        or new.round <> 1
        or new.current_state <> 'DISCOVERY'
        or new.previous_state is not null
        or new.quote_count <> 0
        or new.offer_count <> 0
        or new.paid_value <> 0
        or new.proforma_ref is not null
        or new.is_human_controlled
    )
    execute function ${schema}.refuse();

create trigger "the version grows by exactly one"
    after update on ${schema}.gold_negotiations for each row
    when (new.version <> old.version + 1)
    execute function ${schema}.refuse();

create trigger "the identity of a negotiation stays"
    after update on ${schema}.gold_negotiations for each row
    when (
        (new.tenant_id, new.id, new.lead_id, new.currency, new.rounding, new.created_at, new.created_by)
        is distinct from (old.tenant_id, old.id, old.lead_id, old.currency, old.rounding, old.created_at, old.created_by)
    )
    execute function ${schema}.refuse();

create trigger "no agent acts while a human holds the deal"
    after update on ${schema}.gold_negotiations for each row
    when (old.is_human_controlled and new.updated_by_type = 'ai_agent')
    execute function ${schema}.refuse();

create trigger "only a move changes where a deal stands"
    after update on ${schema}.gold_negotiations for each row
    when (
        new.current_state = old.current_state
        and (new.previous_state, new.state_changed_at, new.round)
            is distinct from (old.previous_state, old.state_changed_at, old.round)
    )
    execute function ${schema}.refuse();

create trigger "a move tells where it came from"
    after update on ${schema}.gold_negotiations for each row
    when (
        new.current_state <> old.current_state
        and (
            new.previous_state is distinct from old.current_state
            or new.round <> old.round + case when old.current_state = 'DEAD' then 1 else 0 end
        )
    )
    execute function ${schema}.refuse();

create trigger "a move is legal and recorded"
    after update on ${schema}.gold_negotiations for each row
    when (new.current_state <> old.current_state)
    execute function ${schema}.check_move();

create trigger "each version has its events"
    after insert or update on ${schema}.gold_negotiations for each row
    execute function ${schema}.check_journal();

create trigger "the deal shows its quote and its payments"
    after update on ${schema}.gold_negotiations for each row
    when (
        (new.quote_hash, new.quote_count, new.net_value, new.vat_value, new.total_value, new.round, new.paid_value)
        is distinct from
        (old.quote_hash, old.quote_count, old.net_value, old.vat_value, old.total_value, old.round, old.paid_value)
    )
    execute function ${schema}.check_bargain();

create trigger "each history row has its move"
    after insert on ${schema}.negotiation_state_history for each row
    execute function ${schema}.check_history();

insert into ${schema}.schema_version (version) values (5);
