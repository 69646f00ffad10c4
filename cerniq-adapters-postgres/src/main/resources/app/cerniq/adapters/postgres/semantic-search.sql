-- What goods mean, where the extension pgvector can be had; run once, after the schema is there. Without it goods are found
-- by their words alone.

create extension if not exists vector;

-- The body below is parsed now, wherever the extension lives.
select set_config(
    'search_path',
    (
        select format('%I', n.nspname)
        from pg_catalog.pg_extension e
        join pg_catalog.pg_namespace n on n.oid = e.extnamespace
        where e.extname = 'vector'
    ),
    true);

create table if not exists ${schema}.product_embeddings (
    tenant_id uuid not null,
    sku text not null,
    text_hash text not null,
    meaning vector not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, sku),
    constraint "what means something is a product"
        foreign key (tenant_id, sku) references ${schema}.gold_products (tenant_id, sku)
);
comment on column ${schema}.product_embeddings.text_hash is 'Of the text that it was learnt from: another text, and it is learnt again.';

alter table ${schema}.product_embeddings enable row level security;
alter table ${schema}.product_embeddings force row level security;
drop policy if exists one_tenant on ${schema}.product_embeddings;
create policy one_tenant on ${schema}.product_embeddings
    using (tenant_id = nullif(current_setting('cerniq.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('cerniq.tenant', true), '')::uuid);

create or replace function ${schema}.near_products(
    of_tenant uuid, near_to real[], of_domain text, conditions jsonpath, most integer
)
    returns table (sku text, place bigint)
    language sql stable
begin atomic
    select e.sku, row_number() over (order by e.meaning <=> near_to::vector, e.sku)
    from ${schema}.product_embeddings e
    join ${schema}.product_search s on s.tenant_id = e.tenant_id and s.sku = e.sku
    where e.tenant_id = of_tenant
        and vector_dims(e.meaning) = cardinality(near_to)
        and (of_domain is null or s.domain_code = of_domain)
        and (conditions is null or s.attributes @@ conditions)
    order by 2
    limit most;
end;

create or replace function ${schema}.keep_meaning(of_tenant uuid, of_sku text, of_text text, means real[]) returns void
    language sql
begin atomic
    insert into ${schema}.product_embeddings (tenant_id, sku, text_hash, meaning)
    values (of_tenant, of_sku, encode(sha256(convert_to(of_text, 'UTF8')), 'hex'), means::vector)
    on conflict (tenant_id, sku) do update
    set text_hash = excluded.text_hash, meaning = excluded.meaning, created_at = now();
end;

grant select, insert, update on ${schema}.product_embeddings to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};
