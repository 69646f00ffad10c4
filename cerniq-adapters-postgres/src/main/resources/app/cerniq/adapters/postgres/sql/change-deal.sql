deal as (
    update ${schema}.gold_negotiations
    set ${assignments}
    where tenant_id = ? and id = ? and version = ?
    returning *
)
