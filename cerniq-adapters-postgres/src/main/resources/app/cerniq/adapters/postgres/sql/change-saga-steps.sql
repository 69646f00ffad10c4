update ${schema}.saga_steps t
set state = g.state,
    attempts = g.attempts,
    failures = g.failures,
    called_at = g.called_at,
    due_at = g.due_at,
    result = g.result,
    failure_code = g.failure_code,
    failure_message = g.failure_message,
    failed_at = g.failed_at,
    note = g.note,
    done_as = g.done_as,
    is_asked = g.is_asked
from jsonb_to_recordset(cast(:rows as jsonb)) as g (
    name text, state text, attempts integer, failures integer, called_at timestamptz, due_at timestamptz, result text,
    failure_code text, failure_message text, failed_at timestamptz, note text, done_as integer, is_asked boolean
)
where t.tenant_id = :tenant and t.saga_id = :saga and t.name = g.name
    and (
        t.state, t.attempts, t.failures, t.called_at, t.due_at, t.result, t.failure_code, t.failed_at, t.note,
        t.done_as, t.is_asked
    ) is distinct from (
        g.state, g.attempts, g.failures, g.called_at, g.due_at, g.result, g.failure_code, g.failed_at, g.note,
        g.done_as, g.is_asked
    )
