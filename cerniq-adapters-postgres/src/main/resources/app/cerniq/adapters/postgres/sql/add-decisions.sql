decided as (
    insert into ${schema}.policy_decisions (
        tenant_id, stream_id, version, decision_index, question, facts, outcome, reasons, rules, pack_version, decided_at
    )
    select
        d.tenant_id, d.id, d.version, a.position - 1, a.question, a.facts::jsonb, a.outcome::jsonb, a.reasons::jsonb,
        a.rules::jsonb, a.pack, d.updated_at
    from deal d
    cross join unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
        as a (question, facts, outcome, reasons, rules, pack, position)
)
