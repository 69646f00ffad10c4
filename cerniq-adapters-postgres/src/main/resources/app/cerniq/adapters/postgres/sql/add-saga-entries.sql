insert into ${schema}.saga_journal (
    tenant_id, saga_id, entry_number, happened_at, actor_type, actor_id, actor_label, what, step, now_is, note
)
select
    :tenant, :saga, g.entry_number, g.happened_at, g.actor_type, g.actor_id, g.actor_label, g.what, g.step, g.now_is,
    g.note
from jsonb_to_recordset(cast(:rows as jsonb)) as g (
    entry_number integer, happened_at timestamptz, actor_type text, actor_id uuid, actor_label text, what text,
    step text, now_is text, note text
)
