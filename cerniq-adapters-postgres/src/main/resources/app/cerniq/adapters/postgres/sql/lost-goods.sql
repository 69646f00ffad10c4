lost as (
    select ${schema}.refuse_because('what is held on is still held', d.id::text)
    from deal d
    where ${still_held} <> ?
)
