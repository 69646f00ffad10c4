insert into ${schema}.saga_steps as t (
    tenant_id, saga_id, name, position, step_class, after_steps, on_refusal, settling_seconds, state, attempts,
    failures, called_at, due_at, result, failure_code, failure_message, failed_at, note, done_as, is_asked
)
select
    :tenant, :saga, g.name, g.position, g.step_class, g.after_steps, g.on_refusal, g.settling_seconds, g.state,
    g.attempts, g.failures, g.called_at, g.due_at, g.result, g.failure_code, g.failure_message, g.failed_at, g.note,
    g.done_as, g.is_asked
from jsonb_to_recordset(cast(:rows as jsonb)) as g (
    name text, position integer, step_class text, after_steps text[], on_refusal text, settling_seconds bigint,
    state text, attempts integer, failures integer, called_at timestamptz, due_at timestamptz, result text,
    failure_code text, failure_message text, failed_at timestamptz, note text, done_as integer, is_asked boolean
)
