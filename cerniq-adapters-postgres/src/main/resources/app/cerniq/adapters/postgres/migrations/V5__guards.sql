-- Every invariant of a deal a second time, for whoever writes without the domain.
--
-- A command is one statement, so nothing here is deferred: the triggers run at the end of that statement, when the
-- negotiation, its history, its quote and its events all stand, and nobody can switch them off for a transaction.
-- They come after the fact, so that no other trigger changes what they saw. Their search_path is pinned.

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

create function ${schema}.refuse_because(broken text, detail text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using
        errcode = 'check_violation',
        message = format('refused: %s (%s)', broken, detail),
        schema = '${schema}',
        constraint = broken;
end
$$;

-- What every row must be, however it came about.
create function ${schema}.check_negotiation() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text := case
        when new.quote_hash is null and new.total_value <> 0 then 'nothing on the table is worth nothing'
        when new.total_value <> new.net_value + new.vat_value or least(new.net_value, new.vat_value) < 0
            then 'gross is net plus VAT'
        when new.ai_enabled and new.is_human_controlled then 'the agent is off while a human holds the deal'
        when (new.quote_hash is null) <> (new.quote_contents_hash is null) then 'a quote has both hashes'
        when (new.agreement_quote_hash is null) <> (new.agreement_at is null)
            or (new.agreement_at is null) <> (new.agreement_evidence is null) then 'an agreement is complete'
        when (new.proforma_ref is null) <> (new.proforma_quote_hash is null)
            or (new.proforma_ref is null) <> (new.proforma_sent_at is null)
            or (new.proforma_ref is null) <> (new.proforma_expires_at is null) then 'a proforma is complete'
        when (new.proforma_accepted_at is null) <> (new.proforma_acceptance is null) then 'an acceptance is complete'
        when new.proforma_ref is null and (new.proforma_accepted_at is not null or new.proforma_rejected_at is not null)
            then 'only a proforma is accepted or rejected'
        when (new.invoice_ref is null) <> (new.invoice_issued_at is null)
            or (new.invoice_ref is null) <> (new.invoice_gross is null) then 'an invoice is complete'
        when new.storno_ref is not null and new.invoice_ref is null then 'a storno needs an invoice'
        when (new.mcp_session_id is null) <> (new.mcp_session_expires_at is null) then 'a session is complete'
        when (new.client_street is null) <> (new.client_city is null)
            or (new.client_street is null) <> (new.client_county is null)
            or (new.client_street is null) <> (new.client_country is null) then 'an address is complete'
        when new.max_discount_offered not between 0 and 100
            or new.ai_confidence_score not between 0 and 100
            or new.close_probability not between 0 and 100
            or new.estimated_margin_percent > 100 then 'percentages lie between 0 and 100'
        when new.sentiment_score not between -1 and 1 then 'a sentiment lies between -1 and 1'
        when new.engagement_score < 0 then 'an engagement is not negative'
        when length(new.currency) <> 3 then 'a currency has three letters'
        when new.rounding not in ('HALF_UP', 'HALF_EVEN') then 'rounding is HALF_UP or HALF_EVEN'
        when new.priority not in ('LOW', 'MEDIUM', 'HIGH', 'URGENT') then 'a priority is LOW, MEDIUM, HIGH or URGENT'
        when new.updated_by_type not in ('ai_agent', 'user', 'system') then 'an actor is ai_agent, user or system'
        when tg_op = 'INSERT' then
            case
                when new.version <> 1
                    or new.round <> 1
                    or new.current_state <> 'DISCOVERY'
                    or new.previous_state is not null
                    or new.quote_count <> 0
                    or new.offer_count <> 0
                    or new.paid_value <> 0
                    or new.proforma_ref is not null
                    or new.is_human_controlled then 'a negotiation begins in DISCOVERY at version 1'
                when new.created_by_type <> new.updated_by_type then 'who opens a negotiation created it'
            end
        when new.version <> old.version + 1 then 'the version grows by exactly one'
        when new.tenant_id <> old.tenant_id
            or new.id <> old.id
            or new.lead_id <> old.lead_id
            or new.currency <> old.currency
            or new.rounding <> old.rounding
            or new.created_at <> old.created_at
            or new.created_by <> old.created_by
            or new.created_by_type <> old.created_by_type then 'the identity of a negotiation stays'
        when old.is_human_controlled and new.updated_by_type = 'ai_agent'
            then 'no agent acts while a human holds the deal'
        when new.quote_count < old.quote_count or new.offer_count < old.offer_count then 'counters only grow'
        when new.current_state <> old.current_state then
            case
                when new.previous_state is distinct from old.current_state
                    or new.round <> old.round + case old.current_state when 'DEAD' then 1 else 0 end
                    then 'a move tells where it came from'
                when old.current_state = 'DEAD'
                    and (
                        num_nonnulls(new.quote_hash, new.agreement_at, new.proforma_ref, new.invoice_ref) > 0
                        or new.paid_value > 0
                    ) then 'a resurrected deal starts anew'
            end
        when new.previous_state is distinct from old.previous_state
            or new.state_changed_at <> old.state_changed_at
            or new.round <> old.round then 'only a move changes where a deal stands'
    end;
begin
    if broken is null and not exists (
        select from ${schema}.domain_events e
        where e.tenant_id = new.tenant_id
            and e.stream_id = new.id
            and e.version = new.version
            and e.event_index = 0
            and e.actor_type = new.updated_by_type
    ) then
        broken := 'each version has its events';
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

-- The conditions are those of Negotiation.conditionsAt, for the deal as it stood before the move. A resurrection is
-- brought about by the command itself.
create function ${schema}.check_move() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    move text := old.current_state || ' to ' || new.current_state;
    needed text[];
    is_recorded boolean;
    condition text;
begin
    select
        t.requires_condition,
        exists (
            select from ${schema}.negotiation_state_history h
            where h.tenant_id = new.tenant_id
                and h.negotiation_id = new.id
                and h.version = new.version
                and h.from_state = old.current_state
                and h.to_state = new.current_state
                and h.triggered_by_type = new.updated_by_type
                and h.created_at = new.state_changed_at
        )
    into needed, is_recorded
    from ${schema}.fsm_valid_transitions t
    where t.from_state = old.current_state and t.to_state = new.current_state;
    if needed is null then
        perform ${schema}.refuse_because('only legal moves', move);
    elsif not is_recorded then
        perform ${schema}.refuse_because('each move has one history row', move);
    end if;
    foreach condition in array needed loop
        if (case condition
                when 'product_confirmed' then old.confirmed_contents_hash = old.quote_contents_hash
                when 'agreement_reached' then old.agreement_quote_hash = old.quote_hash
                when 'proforma_created' then old.proforma_quote_hash = old.quote_hash
                    and old.proforma_rejected_at is null
                    and (old.proforma_accepted_at is not null or old.proforma_expires_at > new.state_changed_at)
                when 'proforma_accepted' then old.proforma_accepted_at is not null
                when 'proforma_rejected' then old.proforma_rejected_at is not null
                when 'proforma_expired' then old.proforma_accepted_at is null
                    and old.proforma_rejected_at is null
                    and old.proforma_expires_at <= new.state_changed_at
                when 'invoice_issued' then old.invoice_ref is not null and old.storno_ref is null
                when 'payment_confirmed' then old.paid_value >= old.invoice_gross and old.storno_ref is null
                when 'payment_failed' then old.storno_ref is not null
                when 'resurrection' then true
            end) is not true
        then
            perform ${schema}.refuse_because('a move needs its conditions', move || ' needs ' || condition);
        end if;
    end loop;
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
            and q.net_value = new.net_value
            and q.vat_value = new.vat_value
            and q.total_value = new.total_value
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

create function ${schema}.check_history() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken text := case
        when new.transition_trigger not in ('ai_decision', 'user_action', 'timeout', 'webhook')
            then 'a move is set off in one of four ways'
        when new.loss_reason not in ('PRICE', 'COMPETITOR', 'BUDGET', 'TIMING', 'NO_RESPONSE', 'OTHER')
            then 'a deal is lost for one of six reasons'
        when new.loss_reason is not null and new.to_state <> 'DEAD' then 'only a lost deal has a loss reason'
    end;
begin
    if broken is null and not exists (
        select from ${schema}.gold_negotiations n
        where n.tenant_id = new.tenant_id
            and n.id = new.negotiation_id
            and n.version = new.version
            and n.previous_state = new.from_state
            and n.current_state = new.to_state
            and n.state_changed_at = new.created_at
            and n.updated_by_type = new.triggered_by_type
    ) then
        broken := 'each history row has its move';
    end if;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of %s', new.version, new.negotiation_id));
    end if;
    return null;
end
$$;

create trigger "a negotiation is well formed"
    after insert or update on ${schema}.gold_negotiations for each row
    execute function ${schema}.check_negotiation();

create trigger "a move is legal and recorded"
    after update on ${schema}.gold_negotiations for each row
    when (new.current_state <> old.current_state)
    execute function ${schema}.check_move();

create trigger "the deal shows its quote and its payments"
    after update on ${schema}.gold_negotiations for each row
    when (
        new.quote_hash is distinct from old.quote_hash
        or new.quote_count <> old.quote_count
        or new.total_value <> old.total_value
        or new.net_value <> old.net_value
        or new.round <> old.round
        or new.paid_value <> old.paid_value
    )
    execute function ${schema}.check_bargain();

create trigger "each history row has its move"
    after insert on ${schema}.negotiation_state_history for each row
    execute function ${schema}.check_history();

create trigger "a negotiation is never deleted"
    before delete on ${schema}.gold_negotiations for each row
    execute function ${schema}.refuse();

insert into ${schema}.schema_version (version) values (5);
