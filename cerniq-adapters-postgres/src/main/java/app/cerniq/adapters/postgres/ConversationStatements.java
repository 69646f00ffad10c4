package app.cerniq.adapters.postgres;

/** Everything that is written of a conversation, a statement for each kind of row. */
final class ConversationStatements {

    static final String OPEN = """
            insert into ${schema}.ai_conversations (
                tenant_id, id, version, negotiation_id, lead_id, channel, channel_thread_id, status, language,
                total_messages, user_messages, assistant_messages, tool_calls, prompt_tokens, completion_tokens,
                estimated_cost_usd, turn, started_at, last_message_at
            )
            select
                n.tenant_id, g.id, 1, n.id, g.lead_id, g.channel, g.channel_thread_id, g.status, g.language, 0, 0, 0, 0, 0,
                0, 0, 0, g.started_at, g.last_message_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                id uuid, negotiation_id uuid, lead_id uuid, channel text, channel_thread_id text, status text,
                language text, started_at timestamptz, last_message_at timestamptz
            )
            join ${schema}.gold_negotiations n on n.tenant_id = :tenant and n.id = g.negotiation_id
            on conflict on constraint "a deal has one conversation on a channel" do nothing
            """;

    /** The deal first, then its conversation: everybody locks them in this order. */
    static final String LOCK_DEAL = """
            select id
            from ${schema}.gold_negotiations
            where tenant_id = :tenant and id = :deal
            for share
            """;

    static final String LOCK = """
            select version
            from ${schema}.ai_conversations
            where tenant_id = :tenant and id = :conversation
            for update
            """;

    static final String CHANGE = """
            update ${schema}.ai_conversations c
            set version = g.version,
                status = g.status,
                language = g.language,
                total_messages = g.total_messages,
                user_messages = g.user_messages,
                assistant_messages = g.assistant_messages,
                tool_calls = g.tool_calls,
                prompt_tokens = g.prompt_tokens,
                completion_tokens = g.completion_tokens,
                estimated_cost_usd = g.estimated_cost_usd,
                turn = g.turn,
                handed_off_at = g.handed_off_at,
                handed_off_reason = g.handed_off_reason,
                last_message_at = g.last_message_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                version bigint, status text, language text, total_messages integer, user_messages integer,
                assistant_messages integer, tool_calls integer, prompt_tokens bigint, completion_tokens bigint,
                estimated_cost_usd numeric, turn integer, handed_off_at timestamptz, handed_off_reason text,
                last_message_at timestamptz
            )
            where c.tenant_id = :tenant and c.id = :conversation and c.version = g.version - 1
            """;

    static final String SUPERSEDE = """
            update ${schema}.conversation_turns
            set status = 'SUPERSEDED', busy_until = null, changed_at = :at
            where tenant_id = :tenant
                and conversation_id = :conversation
                and number < :turn
                and status in ('OPEN', 'DRAFTED', 'TAKING_OVER')
            """;

    static final String TURN = """
            insert into ${schema}.conversation_turns as t (
                tenant_id, conversation_id, negotiation_id, number, trigger_message, status, attempts, tool_calls, feedback,
                busy_until, changed_at
            )
            select
                :tenant, :conversation, :deal, g.number, g.trigger_message, g.status, g.attempts, g.tool_calls, g.feedback,
                g.busy_until, :at
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                number integer, trigger_message uuid, status text, attempts integer, tool_calls integer, feedback text,
                busy_until timestamptz
            )
            on conflict (tenant_id, conversation_id, number) do update
            set status = excluded.status,
                attempts = excluded.attempts,
                tool_calls = excluded.tool_calls,
                feedback = excluded.feedback,
                busy_until = excluded.busy_until,
                changed_at = excluded.changed_at
            where (t.status, t.attempts, t.tool_calls, t.feedback, t.busy_until)
                is distinct from (
                    excluded.status, excluded.attempts, excluded.tool_calls, excluded.feedback, excluded.busy_until
                )
            """;

    /** Messages and what proves them in one statement: the trigger at its end sees both. */
    static final String MESSAGES = """
            with said as (
                insert into ${schema}.ai_conversation_messages (
                    tenant_id, id, conversation_id, negotiation_id, version, number, role, origin, content, content_hash,
                    language, turn, regeneration_attempt, model, external_message_id, sentiment_score, emotions, intent,
                    wants_human, reading_confidence, guardrail_passed, guardrail_hash, guardrail_rules, claims, actor_type,
                    actor_id, actor_label, said_at
                )
                select
                    :tenant, g.id, :conversation, :deal, :version, g.number, g.role, g.origin, g.content, g.content_hash,
                    g.language, g.turn, g.regeneration_attempt, g.model, g.external_message_id, g.sentiment_score,
                    g.emotions, g.intent, g.wants_human, g.reading_confidence, g.guardrail_passed, g.guardrail_hash,
                    g.guardrail_rules, g.claims, g.actor_type, g.actor_id, g.actor_label, g.said_at
                from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                    id uuid, number integer, role text, origin text, content text, content_hash text, language text,
                    turn integer, regeneration_attempt integer, model text, external_message_id text,
                    sentiment_score integer, emotions text[], intent text, wants_human boolean,
                    reading_confidence numeric, guardrail_passed boolean, guardrail_hash text, guardrail_rules text[],
                    claims integer, actor_type text, actor_id uuid, actor_label text, said_at timestamptz
                )
            )
            insert into ${schema}.message_evidence (
                tenant_id, message_id, number, negotiation_id, claim, said, row_kind, row_key, row_version, claimed
            )
            select :tenant, g.message_id, g.number, :deal, g.claim, g.said, g.row_kind, g.row_key, g.row_version, g.claimed
            from jsonb_to_recordset(cast(:evidence as jsonb)) as g (
                message_id uuid, number integer, claim text, said text, row_kind text, row_key text, row_version text,
                claimed numeric
            )
            """;

    static final String MODEL_CALLS = """
            insert into ${schema}.conversation_model_calls (
                tenant_id, conversation_id, version, id, turn, attempt, model, prompt_tokens, completion_tokens, cost_usd,
                took_ms, text_hash, called_at
            )
            select
                :tenant, :conversation, :version, g.id, g.turn, g.attempt, g.model, g.prompt_tokens, g.completion_tokens,
                g.cost_usd, g.took_ms, g.text_hash, g.called_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                id uuid, turn integer, attempt integer, model text, prompt_tokens bigint, completion_tokens bigint,
                cost_usd numeric, took_ms bigint, text_hash text, called_at timestamptz
            )
            """;

    static final String TOOL_CALLS = """
            insert into ${schema}.ai_tool_calls (
                tenant_id, conversation_id, version, id, negotiation_id, turn, tool_name, tool_input, tool_output, status,
                error_code, retry_count, started_at, duration_ms, cost_usd
            )
            select
                :tenant, :conversation, :version, g.id, :deal, g.turn, g.tool_name, g.tool_input, g.tool_output, g.status,
                g.error_code, g.retry_count, g.started_at, g.duration_ms, g.cost_usd
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                id uuid, turn integer, tool_name text, tool_input text, tool_output text, status text, error_code text,
                retry_count integer, started_at timestamptz, duration_ms bigint, cost_usd numeric
            )
            """;

    static final String FLAWS = """
            insert into ${schema}.guardrail_violations (
                tenant_id, conversation_id, version, id, negotiation_id, turn, regeneration_attempt, violation_type,
                check_name, severity, span_begin, span_end, given, accepted, correction, rule, ai_content,
                final_resolution, found_at
            )
            select
                :tenant, :conversation, :version, g.id, :deal, g.turn, g.regeneration_attempt, g.violation_type,
                g.check_name, g.severity, g.span_begin, g.span_end, g.given, g.accepted, g.correction, g.rule, g.ai_content,
                g.final_resolution, g.found_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                id uuid, turn integer, regeneration_attempt integer, violation_type text, check_name text, severity text,
                span_begin integer, span_end integer, given text, accepted text, correction text, rule text,
                ai_content text, final_resolution text, found_at timestamptz
            )
            """;

    static final String SLOTS = """
            insert into ${schema}.conversation_slots (
                tenant_id, conversation_id, name, negotiation_id, value, confidence, learned_at, valid_until
            )
            select :tenant, :conversation, g.name, :deal, g.value, g.confidence, g.learned_at, g.valid_until
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                name text, value text, confidence numeric, learned_at timestamptz, valid_until timestamptz
            )
            on conflict (tenant_id, conversation_id, name) do update
            set value = excluded.value,
                confidence = excluded.confidence,
                learned_at = excluded.learned_at,
                valid_until = excluded.valid_until
            """;

    static final String DRAFT = """
            insert into ${schema}.ai_drafts (
                tenant_id, id, conversation_id, negotiation_id, turn, attempt, ai_response, ai_response_hash,
                confidence_score, model, because, created_at, expires_at, status, sent_response, sent_response_hash,
                actioned_by_type, actioned_by, actioned_by_label, actioned_at, reason
            )
            select
                :tenant, g.id, :conversation, :deal, g.turn, g.attempt, g.ai_response, g.ai_response_hash,
                g.confidence_score, g.model, g.because, g.created_at, g.expires_at, g.status, g.sent_response,
                g.sent_response_hash, g.actioned_by_type, g.actioned_by, g.actioned_by_label, g.actioned_at, g.reason
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                id uuid, turn integer, attempt integer, ai_response text, ai_response_hash text, confidence_score numeric,
                model text, because text, created_at timestamptz, expires_at timestamptz, status text,
                sent_response text, sent_response_hash text, actioned_by_type text, actioned_by uuid,
                actioned_by_label text, actioned_at timestamptz, reason text
            )
            on conflict (tenant_id, id) do update
            set status = excluded.status,
                sent_response = excluded.sent_response,
                sent_response_hash = excluded.sent_response_hash,
                actioned_by_type = excluded.actioned_by_type,
                actioned_by = excluded.actioned_by,
                actioned_by_label = excluded.actioned_by_label,
                actioned_at = excluded.actioned_at,
                reason = excluded.reason
            """;

    static final String PLANS = """
            insert into ${schema}.payment_plan_attempts (
                tenant_id, conversation_id, id, negotiation_id, extracted_from, instalments, days, advance_percent, status,
                decided_by_type, decided_by, decided_by_label, created_at
            )
            select
                :tenant, :conversation, g.id, :deal, g.extracted_from, g.instalments, g.days, g.advance_percent, g.status,
                g.decided_by_type, g.decided_by, g.decided_by_label, g.created_at
            from jsonb_to_recordset(cast(:rows as jsonb)) as g (
                id uuid, extracted_from text, instalments integer, days integer, advance_percent numeric, status text,
                decided_by_type text, decided_by uuid, decided_by_label text, created_at timestamptz
            )
            on conflict (tenant_id, conversation_id, id) do update
            set status = excluded.status,
                decided_by_type = excluded.decided_by_type,
                decided_by = excluded.decided_by,
                decided_by_label = excluded.decided_by_label
            """;

    private ConversationStatements() {}
}
