-- What is said between a tenant and its customers; and I5 and I6 a second time.
--
-- A step of a conversation is one transaction: its rows are written first, the conversation last, and then it is checked
-- that they add up. A message that a machine sends comes in one statement with the rows behind its claims, so that the
-- trigger at the end of that statement sees them all, and reads each of them again.

create table ${schema}.ai_conversations (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    negotiation_id uuid not null,
    lead_id uuid not null,
    channel text not null,
    channel_thread_id text,
    status text not null,
    language text not null,
    total_messages integer not null,
    user_messages integer not null,
    assistant_messages integer not null,
    tool_calls integer not null,
    prompt_tokens bigint not null,
    completion_tokens bigint not null,
    estimated_cost_usd numeric(16, 6) not null,
    turn integer not null, -- the number of the last one; 0: none yet
    handed_off_at timestamptz,
    handed_off_reason text,
    started_at timestamptz not null,
    last_message_at timestamptz not null,
    primary key (tenant_id, id),
    constraint "a conversation is about a deal" foreign key (tenant_id, negotiation_id)
        references ${schema}.gold_negotiations (tenant_id, id),
    constraint "a deal has one conversation on a channel" unique (tenant_id, negotiation_id, channel),
    constraint "a conversation is written" check (channel in ('WHATSAPP', 'EMAIL')),
    constraint "a conversation stands in one of four ways" check (
        status in ('ACTIVE', 'PAUSED', 'COMPLETED', 'HANDED_OFF')
    ),
    constraint "what is handed off was so at a time and for a reason" check (
        (handed_off_at is null) = (handed_off_reason is null) and (status <> 'HANDED_OFF' or handed_off_at is not null)
    ),
    constraint "a conversation's figures are not negative" check (
        least(user_messages, assistant_messages, tool_calls, prompt_tokens, completion_tokens, estimated_cost_usd) >= 0
    )
);

create table ${schema}.ai_conversation_messages (
    tenant_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    negotiation_id uuid not null,
    version bigint not null, -- of the conversation, made by the step that wrote it
    number integer not null,
    role text not null,
    origin text not null,
    content text not null,
    content_hash text not null,
    language text,
    turn integer not null,
    regeneration_attempt integer not null,
    model text,
    external_message_id text,
    sentiment_score integer,
    emotions text[],
    intent text,
    wants_human boolean,
    reading_confidence numeric(5, 2),
    guardrail_passed boolean,
    guardrail_hash text,
    guardrail_rules text[],
    claims integer not null, -- how many of them need a row behind them
    actor_type text not null,
    actor_id uuid not null,
    actor_label text not null,
    said_at timestamptz not null,
    primary key (tenant_id, id),
    constraint "a message is of a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "messages are numbered without gaps" unique (tenant_id, conversation_id, number),
    constraint "a channel's message is received once" unique (tenant_id, conversation_id, external_message_id),
    constraint "a message says something" check (btrim(content) <> '' and length(content) <= 10000),
    constraint "a message has one of four roles" check (role in ('system', 'user', 'assistant', 'tool')),
    constraint "a message comes from somewhere" check (
        origin in (
            'CUSTOMER', 'AUTOMATED', 'REVIEWED', 'SAFE_REPLY', 'HUMAN', 'IMPORTED_FROM_US', 'IMPORTED_FROM_CUSTOMER'
        )
    ),
    -- I5. No automated text without a verdict that passed, of exactly its words.
    constraint "a machine's text has a verdict of exactly its words" check (
        origin not in ('AUTOMATED', 'REVIEWED')
        or (guardrail_passed and guardrail_hash = content_hash and turn > 0) is true
    ),
    constraint "a safe reply has no figure" check (
        origin <> 'SAFE_REPLY' or content = '[erased]' or (content !~ '[0-9%]' and length(content) <= 300 and turn > 0)
    ),
    constraint "a reading is complete" check (
        num_nulls(sentiment_score, emotions, intent, wants_human, reading_confidence) in (0, 5)
        and (sentiment_score is null or sentiment_score between -100 and 100)
    )
);
create unique index "a turn is answered once" on ${schema}.ai_conversation_messages (tenant_id, conversation_id, turn)
    where origin in ('AUTOMATED', 'REVIEWED');
create unique index "a person is announced once" on ${schema}.ai_conversation_messages (tenant_id, conversation_id, turn)
    where origin = 'SAFE_REPLY';

-- The row behind each claim of a message, as it was when the message left.
create table ${schema}.message_evidence (
    tenant_id uuid not null,
    message_id uuid not null,
    number integer not null,
    negotiation_id uuid not null,
    claim text not null,
    said text not null,
    row_kind text not null,
    row_key text not null,
    row_version text not null,
    claimed numeric(16, 3), -- how much of it is said to be there; null: exactly as the version says
    primary key (tenant_id, message_id, number),
    constraint "evidence is of a message" foreign key (tenant_id, message_id)
        references ${schema}.ai_conversation_messages (tenant_id, id),
    constraint "evidence is one of six kinds of rows" check (
        row_kind in ('QUOTE', 'OFFERING', 'STOCK', 'NEGOTIATION', 'TERMS', 'MESSAGE')
    )
);

create table ${schema}.conversation_turns (
    tenant_id uuid not null,
    conversation_id uuid not null,
    negotiation_id uuid not null,
    number integer not null,
    trigger_message uuid not null,
    status text not null,
    attempts integer not null,
    tool_calls integer not null,
    feedback text not null, -- json
    busy_until timestamptz,
    changed_at timestamptz not null,
    primary key (tenant_id, conversation_id, number),
    constraint "a turn is of a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "a turn has one of six statuses" check (
        status in ('OPEN', 'DRAFTED', 'TAKING_OVER', 'ANSWERED', 'TAKEN_OVER', 'SUPERSEDED')
    ),
    constraint "a model has four attempts at most" check (attempts between 0 and 4),
    constraint "a model has ten tools at most" check (tool_calls between 0 and 10)
);
create unique index "one turn is open at a time" on ${schema}.conversation_turns (tenant_id, conversation_id)
    where status in ('OPEN', 'DRAFTED', 'TAKING_OVER');
create index conversation_turns_waiting on ${schema}.conversation_turns (tenant_id, changed_at, conversation_id)
    where status in ('OPEN', 'TAKING_OVER');

create table ${schema}.conversation_model_calls (
    tenant_id uuid not null,
    conversation_id uuid not null,
    version bigint not null,
    id uuid not null,
    turn integer not null,
    attempt integer not null,
    model text not null,
    prompt_tokens bigint not null,
    completion_tokens bigint not null,
    cost_usd numeric(16, 6) not null,
    took_ms bigint not null,
    text_hash text,
    called_at timestamptz not null,
    primary key (tenant_id, conversation_id, version, id),
    constraint "a model is asked in a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id)
);

create table ${schema}.ai_tool_calls (
    tenant_id uuid not null,
    conversation_id uuid not null,
    version bigint not null,
    id uuid not null,
    negotiation_id uuid not null,
    turn integer not null,
    tool_name text not null,
    tool_input text not null,
    tool_output text not null,
    status text not null,
    error_code text,
    retry_count integer not null,
    started_at timestamptz not null,
    duration_ms bigint not null,
    cost_usd numeric(16, 6) not null,
    primary key (tenant_id, conversation_id, version, id),
    constraint "a tool is used in a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "a call of a tool ends in one of four ways" check (status in ('SUCCESS', 'ERROR', 'TIMEOUT', 'REFUSED')),
    constraint "a call that failed has a code" check ((status = 'SUCCESS') = (error_code is null))
);

create table ${schema}.guardrail_violations (
    tenant_id uuid not null,
    conversation_id uuid not null,
    version bigint not null,
    id uuid not null,
    negotiation_id uuid not null,
    turn integer not null,
    regeneration_attempt integer not null,
    violation_type text not null,
    check_name text not null,
    severity text not null,
    span_begin integer,
    span_end integer,
    given text not null,
    accepted text not null,
    correction text,
    rule text not null,
    ai_content text not null,
    final_resolution text,
    found_at timestamptz not null,
    primary key (tenant_id, conversation_id, version, id),
    constraint "a violation is found in a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "a violation is one of eight types" check (
        violation_type in (
            'PRICE_BELOW_MINIMUM', 'STOCK_UNAVAILABLE', 'DISCOUNT_EXCEEDED', 'SKU_NOT_FOUND', 'FISCAL_DATA_INVALID',
            'COMPETITOR_MENTIONED', 'HALLUCINATION_DETECTED', 'STATE_VIOLATION'
        )
    ),
    constraint "a violation has one of four severities" check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    constraint "a violation ends in one of four ways" check (
        final_resolution in ('CORRECTED', 'REGENERATED', 'BLOCKED', 'ESCALATED')
    ),
    constraint "only a warning leaves unresolved" check (
        final_resolution is not null or severity in ('LOW', 'MEDIUM')
    ),
    constraint "a span is complete" check ((span_begin is null) = (span_end is null))
);

create table ${schema}.conversation_slots (
    tenant_id uuid not null,
    conversation_id uuid not null,
    name text not null,
    negotiation_id uuid not null,
    value text not null,
    confidence numeric(5, 2) not null,
    learned_at timestamptz not null,
    valid_until timestamptz not null,
    primary key (tenant_id, conversation_id, name),
    constraint "a slot is of a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "a slot lasts longer than nothing" check (valid_until > learned_at)
);

create table ${schema}.ai_drafts (
    tenant_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    negotiation_id uuid not null,
    turn integer not null,
    attempt integer not null,
    ai_response text not null,
    ai_response_hash text not null,
    confidence_score numeric(5, 2) not null,
    model text not null,
    because text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    status text not null,
    sent_response text,
    sent_response_hash text,
    actioned_by_type text,
    actioned_by uuid,
    actioned_by_label text,
    actioned_at timestamptz,
    reason text,
    primary key (tenant_id, id),
    constraint "a draft is of a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "a draft has one of five statuses" check (
        status in ('PENDING', 'APPROVED', 'EDITED', 'REJECTED', 'EXPIRED')
    ),
    constraint "a decision on a draft is complete" check (
        num_nulls(actioned_by_type, actioned_by, actioned_by_label, actioned_at, reason)
            = case status when 'PENDING' then 5 else 0 end
    ),
    constraint "only what was sent has words" check (
        (sent_response is not null) = (status in ('APPROVED', 'EDITED'))
        and (sent_response is null) = (sent_response_hash is null)
    ),
    constraint "an approved draft left as it was" check (
        status <> 'APPROVED' or sent_response_hash = ai_response_hash
    ),
    constraint "only a person sends or rejects a draft" check (
        status not in ('APPROVED', 'EDITED', 'REJECTED') or actioned_by_type = 'user'
    )
);
create index ai_drafts_pending on ${schema}.ai_drafts (tenant_id, expires_at, id) where status = 'PENDING';
create index ai_drafts_by_conversation on ${schema}.ai_drafts (tenant_id, conversation_id);

create table ${schema}.payment_plan_attempts (
    tenant_id uuid not null,
    conversation_id uuid not null,
    id uuid not null,
    negotiation_id uuid not null,
    extracted_from text not null,
    instalments integer not null,
    days integer,
    advance_percent numeric(5, 2),
    status text not null,
    decided_by_type text,
    decided_by uuid,
    decided_by_label text,
    created_at timestamptz not null,
    primary key (tenant_id, conversation_id, id),
    constraint "a plan comes up in a conversation" foreign key (tenant_id, conversation_id)
        references ${schema}.ai_conversations (tenant_id, id),
    constraint "a plan is proposed by the customer or a model" check (extracted_from in ('customer', 'model')),
    constraint "a plan stands in one of four ways" check (
        status in ('NEEDS_APPROVAL', 'FORBIDDEN', 'APPROVED', 'REJECTED')
    ),
    constraint "only a person decides about a plan" check (
        num_nulls(decided_by_type, decided_by, decided_by_label)
            = case when status in ('APPROVED', 'REJECTED') then 0 else 3 end
        and coalesce(decided_by_type, 'user') = 'user'
    )
);

-- Which sales terms of a tenant hold: 0 where none do; null where there is no table of them, and then they refuse nothing.
create function ${schema}.sales_terms_version(of_tenant uuid, seen_at timestamptz) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    found_version text;
begin
    if to_regclass('${schema}.sales_terms') is not null then
        execute
            'select version::text from ${schema}.sales_terms
            where tenant_id = $1 and valid_from <= $2
            order by version desc limit 1'
        into found_version
        using of_tenant, seen_at;
        found_version := coalesce(found_version, '0');
    end if;
    return found_version;
end
$$;

-- Whether the goods are on sale in this deal as a version says: "<version> <price list> <list price> <currency>".
create function ${schema}.offering_stands(
    of_tenant uuid, of_sku text, channel text, wanted_currency text, seen text, seen_at timestamptz
) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(
        (
            select m.parts is not null
                and v.version::text = m.parts[1]
                and best.price_list = m.parts[2]
                and best.amount = m.parts[3]::numeric
                and best.currency = m.parts[4]
            from (select regexp_match(seen, '^(\d{1,9}) (.+) (\d{1,13}(?:\.\d{1,4})?) ([A-Z]{3})$') as parts) m
            cross join ${schema}.gold_products p
            join ${schema}.tenant_offering o
                on o.tenant_id = p.tenant_id and o.code = p.offering_code and o.archived_at is null
            join ${schema}.tenant_offering_version v
                on v.tenant_id = p.tenant_id and v.offering_code = p.offering_code and v.status = 'active'
            cross join lateral (
                select l.code as price_list, l.currency, price.amount
                from ${schema}.tenant_price_list l
                cross join lateral (
                    select c.amount, c.valid_until
                    from ${schema}.tenant_variant_price c
                    where c.tenant_id = p.tenant_id
                        and c.sku = p.sku
                        and c.price_list_code = l.code
                        and c.valid_from <= seen_at
                        and (c.valid_until is null or c.valid_until > c.valid_from)
                    order by c.valid_from desc
                    limit 1
                ) price
                where l.tenant_id = p.tenant_id
                    and l.currency = wanted_currency
                    and (l.channel_code is null or l.channel_code = channel)
                    and l.valid_from <= seen_at
                    and (l.valid_until is null or l.valid_until > seen_at)
                    and (price.valid_until is null or price.valid_until > seen_at)
                order by l.precedence desc, l.channel_code is null
                limit 1
            ) best
            where p.tenant_id = of_tenant and p.sku = of_sku and p.archived_at is null
        ),
        false)
$$;

-- What can be promised to a deal of some goods: what nobody holds, and what the deal itself holds. Null: not kept.
create function ${schema}.promisable(of_tenant uuid, of_deal uuid, of_sku text, seen_at timestamptz) returns numeric
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select case when p.track_inventory then
        (
            select coalesce(
                sum(
                    greatest(
                        i.total_quantity - i.safety_stock - greatest(
                            i.reserved_quantity - (
                                select coalesce(sum(r.quantity), 0)
                                from ${schema}.stock_reservations r
                                where r.tenant_id = i.tenant_id
                                    and r.sku = i.sku
                                    and r.location = i.location
                                    and r.status = 'ACTIVE'
                                    and r.expires_at <= seen_at
                            ),
                            0),
                        0)),
                0)
            from ${schema}.stock_inventory i
            where i.tenant_id = of_tenant and i.sku = of_sku
        ) + (
            select coalesce(sum(r.quantity), 0)
            from ${schema}.stock_reservations r
            where r.tenant_id = of_tenant
                and r.negotiation_id = of_deal
                and r.sku = of_sku
                and r.status = 'ACTIVE'
                and r.expires_at > seen_at
        )
    end
    from ${schema}.gold_products p
    where p.tenant_id = of_tenant and p.sku = of_sku and p.archived_at is null
$$;

-- Before anything a machine says is kept: who drives the deal, and whether every row behind it still says the same. The
-- deal is locked, so a takeover and a message come one after the other.
create function ${schema}.check_message() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    deal ${schema}.gold_negotiations;
    conversation ${schema}.ai_conversations;
    broken text;
begin
    select * into conversation
    from ${schema}.ai_conversations c
    where c.tenant_id = new.tenant_id and c.id = new.conversation_id;
    if new.negotiation_id <> conversation.negotiation_id then
        perform ${schema}.refuse_because('a message is about the deal of its conversation', new.id::text);
    end if;
    if new.content_hash <> encode(
        sha256(convert_to(octet_length(convert_to(new.content, 'UTF8')) || ':' || new.content, 'UTF8')), 'hex') then
        perform ${schema}.refuse_because('a hash is that of the words', new.id::text);
    end if;
    if new.origin not in ('AUTOMATED', 'REVIEWED', 'SAFE_REPLY') then
        return null;
    end if;
    select * into deal
    from ${schema}.gold_negotiations n
    where n.tenant_id = new.tenant_id and n.id = new.negotiation_id
    for share;
    broken := case
        when deal.is_human_controlled or not deal.ai_enabled or conversation.status = 'HANDED_OFF'
            then 'no automated message after a takeover'
        when conversation.status <> 'ACTIVE' then 'a machine speaks in an active conversation'
        when exists (
            select from ${schema}.automation_parks p where p.tenant_id = new.tenant_id and p.ended_at is null
        ) then 'no automated message while automation is parked'
        when new.claims <> (
            select count(*)
            from ${schema}.message_evidence e
            where e.tenant_id = new.tenant_id and e.message_id = new.id
        ) then 'every claim has a row behind it'
        when exists (
            select
            from ${schema}.message_evidence e
            where e.tenant_id = new.tenant_id
                and e.message_id = new.id
                and not coalesce(
                    case e.row_kind
                        when 'QUOTE' then e.row_key = deal.id::text and e.row_version = deal.quote_hash
                        when 'NEGOTIATION' then e.row_key = deal.id::text and e.row_version = deal.version::text
                        when 'OFFERING' then ${schema}.offering_stands(
                            new.tenant_id, e.row_key, deal.sales_channel, deal.currency, e.row_version, new.said_at)
                        when 'STOCK' then case
                            when e.row_version = 'unkept'
                                then ${schema}.promisable(new.tenant_id, deal.id, e.row_key, new.said_at) is null
                            when e.claimed is not null
                                then ${schema}.promisable(new.tenant_id, deal.id, e.row_key, new.said_at) >= e.claimed
                            else ${schema}.promisable(new.tenant_id, deal.id, e.row_key, new.said_at)
                                = e.row_version::numeric
                        end
                        when 'TERMS' then coalesce(${schema}.sales_terms_version(new.tenant_id, new.said_at), e.row_version)
                            = e.row_version
                        when 'MESSAGE' then exists (
                            select
                            from ${schema}.ai_conversation_messages m
                            where m.tenant_id = new.tenant_id
                                and m.id::text = e.row_key
                                and m.negotiation_id = deal.id
                                and m.content_hash = e.row_version
                        )
                    end,
                    false)
        ) then 'the rows behind a text still say the same'
    end;
    if broken is not null then
        perform ${schema}.refuse_because(broken, new.id::text);
    end if;
    return null;
end
$$;

create trigger "a machine says what is true, and only while no person drives"
    after insert on ${schema}.ai_conversation_messages for each row
    execute function ${schema}.check_message();

create function ${schema}.check_conversation() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    before ${schema}.ai_conversations;
    said record;
    asked record;
    used record;
    broken text;
begin
    if tg_op = 'UPDATE' then
        before := old;
    else
        before := new;
        before.version := 0;
        before.total_messages := 0;
        before.user_messages := 0;
        before.assistant_messages := 0;
        before.tool_calls := 0;
        before.prompt_tokens := 0;
        before.completion_tokens := 0;
        before.estimated_cost_usd := 0;
    end if;
    select
        count(*) as messages,
        count(*) filter (where m.role = 'user') as theirs,
        count(*) filter (where m.role = 'assistant') as ours,
        coalesce(max(m.number), new.total_messages) as last
    into said
    from ${schema}.ai_conversation_messages m
    where m.tenant_id = new.tenant_id
        and m.conversation_id = new.id
        and m.number > before.total_messages;
    select
        coalesce(sum(c.prompt_tokens), 0) as prompt,
        coalesce(sum(c.completion_tokens), 0) as completion,
        coalesce(sum(c.cost_usd), 0) as cost
    into asked
    from ${schema}.conversation_model_calls c
    where c.tenant_id = new.tenant_id and c.conversation_id = new.id and c.version = new.version;
    select count(*) as calls, coalesce(sum(c.cost_usd), 0) as cost
    into used
    from ${schema}.ai_tool_calls c
    where c.tenant_id = new.tenant_id and c.conversation_id = new.id and c.version = new.version;
    broken := case
        when new.version <> before.version + 1 then 'the version of a conversation grows by exactly one'
        when (new.negotiation_id, new.lead_id, new.channel, new.started_at)
            is distinct from (before.negotiation_id, before.lead_id, before.channel, before.started_at)
            then 'a conversation stays what it is about'
        when new.total_messages <> before.total_messages + said.messages
            or new.total_messages <> said.last
            or new.user_messages <> before.user_messages + said.theirs
            or new.assistant_messages <> before.assistant_messages + said.ours
            or new.prompt_tokens <> before.prompt_tokens + asked.prompt
            or new.completion_tokens <> before.completion_tokens + asked.completion
            or new.estimated_cost_usd <> before.estimated_cost_usd + asked.cost + used.cost
            or new.tool_calls <> before.tool_calls + used.calls
            then 'a conversation adds up'
    end;
    if broken is not null then
        perform ${schema}.refuse_because(broken, format('version %s of %s', new.version, new.id));
    end if;
    return null;
end
$$;

create trigger "a conversation adds up"
    after insert or update of version, status, total_messages, user_messages, assistant_messages, tool_calls,
        prompt_tokens, completion_tokens, estimated_cost_usd, negotiation_id, lead_id, channel
    on ${schema}.ai_conversations for each row
    execute function ${schema}.check_conversation();
create trigger "a conversation is never deleted" before delete on ${schema}.ai_conversations
    for each row execute function ${schema}.refuse();

create trigger "a turn that is over stays over"
    before update on ${schema}.conversation_turns for each row
    when (
        old.status in ('ANSWERED', 'TAKEN_OVER', 'SUPERSEDED')
        and (new.status, new.attempts, new.tool_calls) is distinct from (old.status, old.attempts, old.tool_calls)
    )
    execute function ${schema}.refuse();
create trigger "a model gets no attempt back"
    before update on ${schema}.conversation_turns for each row
    when (new.attempts < old.attempts or new.tool_calls < old.tool_calls)
    execute function ${schema}.refuse();
create trigger "a turn is never deleted" before delete on ${schema}.conversation_turns
    for each row execute function ${schema}.refuse();
create trigger "a decision on a draft is final"
    after update on ${schema}.ai_drafts for each row
    when (old.status <> 'PENDING')
    execute function ${schema}.check_redaction();
create trigger "what a model wrote stays"
    before update on ${schema}.ai_drafts for each row
    when (
        old.status = 'PENDING'
        and (new.ai_response, new.ai_response_hash, new.expires_at)
            is distinct from (old.ai_response, old.ai_response_hash, old.expires_at)
    )
    execute function ${schema}.check_redaction();
create trigger "a draft is never deleted" before delete on ${schema}.ai_drafts
    for each row execute function ${schema}.refuse();
create trigger "a decision on a plan is final"
    before update on ${schema}.payment_plan_attempts for each row
    when (old.status <> 'NEEDS_APPROVAL' or new.instalments <> old.instalments)
    execute function ${schema}.refuse();
create trigger "a plan is never deleted" before delete on ${schema}.payment_plan_attempts
    for each row execute function ${schema}.refuse();

do $$
declare
    name text;
begin
    foreach name in array array[
        'ai_conversation_messages', 'message_evidence', 'conversation_model_calls', 'ai_tool_calls', 'guardrail_violations'
    ] loop
        execute format(
            'create trigger "what was written stays" before update or delete on ${schema}.%I
                for each row execute function ${schema}.check_redaction()',
            name);
        execute format(
            'create trigger "what was written is not emptied" before truncate on ${schema}.%I
                for each statement execute function ${schema}.refuse()',
            name);
        execute format('grant select, insert on ${schema}.%I to ${runtimeRole}', name);
    end loop;
    foreach name in array array[
        'ai_conversations', 'conversation_turns', 'conversation_slots', 'ai_drafts', 'payment_plan_attempts'
    ] loop
        execute format('grant select, insert, update on ${schema}.%I to ${runtimeRole}', name);
    end loop;
    foreach name in array array[
        'ai_conversations', 'ai_conversation_messages', 'message_evidence', 'conversation_turns',
        'conversation_model_calls', 'ai_tool_calls', 'guardrail_violations', 'conversation_slots', 'ai_drafts',
        'payment_plan_attempts'
    ] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;

-- What is forgotten with the person of a deal: everything that was said, and what was understood of it. The list before this
-- one stays in force, whoever wrote to it last.
alter function ${schema}.personal_texts() rename to personal_texts_beside_conversations;
create function ${schema}.personal_texts()
    returns table (relation text, deal text, by_table text, by_column text, texts text[])
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select * from ${schema}.personal_texts_beside_conversations()
    union all
    values
        ('ai_conversations', 'negotiation_id', null::text, null::text, '{handed_off_reason,channel_thread_id}'::text[]),
        ('ai_conversation_messages', 'negotiation_id', null, null, '{content}'),
        ('message_evidence', 'negotiation_id', null, null, '{said}'),
        ('conversation_turns', 'negotiation_id', null, null, '{feedback}'),
        ('ai_tool_calls', 'negotiation_id', null, null, '{tool_input,tool_output}'),
        ('guardrail_violations', 'negotiation_id', null, null, '{given,accepted,correction,ai_content}'),
        ('conversation_slots', 'negotiation_id', null, null, '{value}'),
        ('ai_drafts', 'negotiation_id', null, null, '{ai_response,sent_response,reason}')
$$;

revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (18);
