decided as (
    insert into ${schema}.policy_decisions (
        tenant_id, stream_id, version, decision_index, question, facts, outcome, reasons, rules, pack_version, decided_at
    )
    select
        d.tenant_id, d.id, d.version, a.position - 1, a.question, a.facts, a.outcome, a.reasons, a.rules, a.pack,
        d.updated_at
    from deal d
    cross join rows from (
        jsonb_to_recordset(?) as (question text, facts jsonb, outcome jsonb, reasons text[], rules text[], pack text)
    ) with ordinality as a (question, facts, outcome, reasons, rules, pack, position)
)
