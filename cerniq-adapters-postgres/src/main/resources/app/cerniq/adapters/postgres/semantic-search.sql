-- What goods mean, where the extension pgvector can be had; run once, after the schema is there. Without it goods are found
-- by their words alone.

create extension if not exists vector;

-- The type and its operators are named where the extension is.
do $make$
declare
    script text;
begin
    foreach script in array array[
        $table$
        create table if not exists ${schema}.product_embeddings (
            tenant_id uuid not null,
            sku text not null,
            text_hash text not null,
            meaning extension_schema.vector not null,
            created_at timestamptz not null default now(),
            primary key (tenant_id, sku),
            constraint "what means something is a product"
                foreign key (tenant_id, sku) references ${schema}.gold_products (tenant_id, sku)
        )
        $table$,
        $near$
        create or replace function ${schema}.near_products(
            of_tenant uuid, near_to real[], of_domain text, conditions jsonpath, most integer
        )
            returns table (sku text, place bigint)
            language sql stable
            set search_path = pg_catalog, pg_temp
        as $$
            select e.sku, row_number() over (
                order by e.meaning operator(extension_schema.<=>) near_to::extension_schema.vector, e.sku)
            from ${schema}.product_embeddings e
            join ${schema}.product_search s on s.tenant_id = e.tenant_id and s.sku = e.sku
            where e.tenant_id = of_tenant
                and extension_schema.vector_dims(e.meaning) = cardinality(near_to)
                and (of_domain is null or s.domain_code = of_domain)
                and (conditions is null or s.attributes @@ conditions)
            order by 2
            limit most
        $$
        $near$,
        $keep$
        create or replace function ${schema}.keep_meaning(of_tenant uuid, of_sku text, of_text text, means real[])
            returns void
            language sql
            set search_path = pg_catalog, pg_temp
        as $$
            insert into ${schema}.product_embeddings (tenant_id, sku, text_hash, meaning)
            values (
                of_tenant, of_sku, encode(sha256(convert_to(of_text, 'UTF8')), 'hex'), means::extension_schema.vector)
            on conflict (tenant_id, sku) do update
            set text_hash = excluded.text_hash, meaning = excluded.meaning, created_at = now()
        $$
        $keep$
    ] loop
        execute replace(
            script,
            'extension_schema',
            (
                select quote_ident(n.nspname)
                from pg_catalog.pg_extension e
                join pg_catalog.pg_namespace n on n.oid = e.extnamespace
                where e.extname = 'vector'
            ));
    end loop;
end
$make$;
comment on column ${schema}.product_embeddings.text_hash is
    'Of the text that it was learnt from: another text, and it is learnt again.';

alter table ${schema}.product_embeddings enable row level security;
alter table ${schema}.product_embeddings force row level security;
drop policy if exists one_tenant on ${schema}.product_embeddings;
create policy one_tenant on ${schema}.product_embeddings
    using (tenant_id = nullif(current_setting('cerniq.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('cerniq.tenant', true), '')::uuid);

grant select, insert, update on ${schema}.product_embeddings to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};
