deal as (
    insert into ${schema}.gold_negotiations (
        tenant_id,
        id,
        ${names}
    )
    values (?, ?, ${marks})
    returning *
)
