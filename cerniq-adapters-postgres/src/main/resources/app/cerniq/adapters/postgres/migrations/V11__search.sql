-- Finding goods by words. What is written here is derived from the catalogue and holds neither a price nor a stock figure:
-- those are read where they stand, every time.

-- Trusted extensions, as in V8: whoever may create in the database may install them.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['unaccent', 'pg_trgm', 'btree_gin'] loop
        begin
            if not exists (select from pg_catalog.pg_extension where extname = wanted) then
                execute format('create extension %I', wanted)
                    || case when to_regnamespace('public') is null then '' else ' schema public' end;
            end if;
        exception
            when duplicate_object or unique_violation then null; -- another schema of this database was faster
            when insufficient_privilege or undefined_file or feature_not_supported then
                raise exception 'extension % is not installed, and % cannot install it: %', wanted, current_user, sqlerrm
                    using hint = format('Let a DBA run: create extension %I', wanted);
        end;
    end loop;
end
$$;

-- "ş" with a cedilla, "ș" with a comma, in one code point or two, and no diacritics at all are the same letter here.
create text search configuration ${schema}.romanian (copy = pg_catalog.romanian);
do $$
begin
    execute format(
        'alter text search configuration ${schema}.romanian
            alter mapping for hword, hword_part, word with %I.unaccent, pg_catalog.romanian_stem',
        (
            select n.nspname
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            where e.extname = 'unaccent'
        ));
end
$$;

-- Functions find extensions where they were put, and look no name up later.
do $make$
begin
    execute replace(
        $function$
        create function ${schema}.plain_words(given text) returns text
            language sql stable strict parallel safe
            set search_path = pg_catalog, pg_temp
        as $$
            -- Whatever is no letter and no digit parts words, so that the parser sees no file names and no hosts in SKUs.
            select btrim(regexp_replace(
                lower(extension_schema.unaccent(normalize(given))), '[\x01-\x2f\x3a-\x60\x7b-\x7f]+', ' ', 'g'))
        $$
        $function$,
        'extension_schema',
        (
            select quote_ident(n.nspname)
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            where e.extname = 'unaccent'
        ));
end
$make$;

create table ${schema}.product_search (
    tenant_id uuid not null,
    sku text not null,
    domain_code text,
    attributes jsonb not null,
    words tsvector not null,
    primary key (tenant_id, sku),
    constraint "what is found is a product"
        foreign key (tenant_id, sku) references ${schema}.gold_products (tenant_id, sku)
);
comment on table ${schema}.product_search is
    'What can be found: every product that is not archived, of an offering with an active version. Derived; triggers keep it.';
create index "products by their words" on ${schema}.product_search
    using gin (tenant_id, words, domain_code, attributes jsonb_path_ops) with (fastupdate = off);

create table ${schema}.product_search_words (
    tenant_id uuid not null,
    word text collate "C" not null,
    stem text collate "C" not null,
    primary key (tenant_id, word),
    constraint "a word is a tenant's" foreign key (tenant_id) references ${schema}.tenants (id)
);
comment on table ${schema}.product_search_words is
    'Every word that the goods of a tenant ever had, and its stem: what a misspelt word is compared with.';
create index "words by their stem" on ${schema}.product_search_words (tenant_id, stem);
-- The operator class is named where the extension is.
do $$
begin
    execute format(
        'create index "words that look alike" on ${schema}.product_search_words
            using gin (tenant_id, word %I.gin_trgm_ops) with (fastupdate = off)',
        (
            select n.nspname
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            where e.extname = 'pg_trgm'
        ));
end
$$;

-- What can be found of some products, as the catalogue is now.
create function ${schema}.findable(of_tenant uuid, of_skus text[])
    returns table (sku text, domain_code text, attributes jsonb, words tsvector, spelt tsvector)
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select
        text.sku, text.domain_code, text.attributes,
        setweight(to_tsvector('${schema}.romanian', text.name), 'A')
            || setweight(to_tsvector('${schema}.romanian', text.kind), 'B')
            || setweight(to_tsvector('${schema}.romanian', text.description), 'C'),
        to_tsvector('pg_catalog.simple', text.name || ' ' || text.kind || ' ' || text.description)
    from (
        select
            p.sku, o.domain_code, v.attributes || p.attributes as attributes,
            ${schema}.plain_words(
                p.name || case when v.name = p.name then '' else ' ' || v.name end || ' ' || p.sku) as name,
            ${schema}.plain_words(
                coalesce(d.name, '') || ' '
                || coalesce(
                    (
                        select string_agg(a.value #>> '{}', ' ' order by a.key)
                        from jsonb_each(v.attributes || p.attributes) a
                        where jsonb_typeof(a.value) = 'string'
                    ),
                    '')) as kind,
            ${schema}.plain_words(v.description) as description
        from ${schema}.gold_products p
        join ${schema}.tenant_offering o
            on o.tenant_id = p.tenant_id and o.code = p.offering_code and o.archived_at is null
        join ${schema}.tenant_offering_version v
            on v.tenant_id = p.tenant_id and v.offering_code = p.offering_code and v.status = 'active'
        left join ${schema}.knowledge_domain d on d.tenant_id = o.tenant_id and d.code = o.domain_code
        where p.tenant_id = of_tenant and p.sku = any (of_skus) and p.archived_at is null
        offset 0 -- each text is made once
    ) text
$$;

create function ${schema}.make_findable(of_tenant uuid, of_skus text[]) returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    with now_findable as materialized (
        select f.sku, f.domain_code, f.attributes, f.words, f.spelt
        from ${schema}.findable(of_tenant, of_skus) f
    ),
    gone as (
        delete from ${schema}.product_search s
        where s.tenant_id = of_tenant
            and s.sku = any (of_skus)
            and not exists (select from now_findable f where f.sku = s.sku)
    ),
    kept as (
        insert into ${schema}.product_search (tenant_id, sku, domain_code, attributes, words)
        select of_tenant, f.sku, f.domain_code, f.attributes, f.words
        from now_findable f
        order by f.sku
        on conflict (tenant_id, sku) do update
        set domain_code = excluded.domain_code, attributes = excluded.attributes, words = excluded.words
        where (product_search.domain_code, product_search.attributes, product_search.words)
            is distinct from (excluded.domain_code, excluded.attributes, excluded.words)
    )
    -- Only what is new and in one order, so that two writers do not wait for one another in a circle.
    insert into ${schema}.product_search_words (tenant_id, word, stem)
    select of_tenant, w.word, coalesce((tsvector_to_array(to_tsvector('${schema}.romanian', w.word)))[1], w.word)
    from (
        select distinct s.word collate "C" as word
        from now_findable f
        cross join lateral unnest(tsvector_to_array(f.spelt)) s (word)
    ) w
    where not exists (
        select from ${schema}.product_search_words k where k.tenant_id = of_tenant and k.word = w.word
    )
    order by w.word
    on conflict do nothing
$$;

-- Once per statement, not per row, so that a catalogue of 100,000 products is taken in at once. A commit writes offerings,
-- versions and variants in statements of their own; the last of them finds all of it.
create function ${schema}.products_changed() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform ${schema}.make_findable(c.tenant_id, array_agg(distinct c.sku))
    from changed c
    group by c.tenant_id;
    return null;
end
$$;
create trigger "new products can be found" after insert on ${schema}.gold_products
    referencing new table as changed for each statement execute function ${schema}.products_changed();
create trigger "changed products can be found" after update on ${schema}.gold_products
    referencing new table as changed for each statement execute function ${schema}.products_changed();

create function ${schema}.offerings_changed() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- The two tables call their key differently.
    perform ${schema}.make_findable(p.tenant_id, array_agg(p.sku))
    from (
        select distinct c.tenant_id, coalesce(to_jsonb(c) ->> 'offering_code', to_jsonb(c) ->> 'code') as code
        from changed c
    ) o
    join ${schema}.gold_products p on p.tenant_id = o.tenant_id and p.offering_code = o.code
    group by p.tenant_id;
    return null;
end
$$;
create trigger "products of archived offerings are not found" after update on ${schema}.tenant_offering
    referencing new table as changed for each statement execute function ${schema}.offerings_changed();
create trigger "products of new versions can be found" after insert on ${schema}.tenant_offering_version
    referencing new table as changed for each statement execute function ${schema}.offerings_changed();
create trigger "products of changed versions can be found" after update on ${schema}.tenant_offering_version
    referencing new table as changed for each statement execute function ${schema}.offerings_changed();

create function ${schema}.domains_changed() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform ${schema}.make_findable(p.tenant_id, array_agg(p.sku))
    from changed c
    join before b on b.tenant_id = c.tenant_id and b.code = c.code and b.name <> c.name
    join ${schema}.tenant_offering o on o.tenant_id = c.tenant_id and o.domain_code = c.code
    join ${schema}.gold_products p on p.tenant_id = o.tenant_id and p.offering_code = o.code
    group by p.tenant_id;
    return null;
end
$$;
create trigger "products of a renamed domain are found by its name" after update on ${schema}.knowledge_domain
    referencing old table as before new table as changed
    for each statement execute function ${schema}.domains_changed();

-- What somebody meant by some words, one row each: the words of the tenant's goods that stand for it. The word itself in any
-- of its forms; where no goods have it, words that begin with it; where none does, words that look like it; where none
-- does, words that contain it, as the middle of a SKU. A word for which nothing stands has no row.
do $make$
begin
    execute replace(
        $function$
        create function ${schema}.meant_words(of_tenant uuid, given text)
            returns table (term tsquery, is_alike boolean)
            language plpgsql stable
            set search_path = pg_catalog, pg_temp
        as $$
        declare
            asked text;
            its_stem text;
            stems text[];
        begin
            for asked in
                select w.word
                from regexp_split_to_table(${schema}.plain_words(given), ' ') with ordinality w (word, place)
                where w.word <> ''
                group by w.word
                order by min(w.place)
                limit 16
            loop
                is_alike := false;
                its_stem := (tsvector_to_array(to_tsvector('${schema}.romanian', asked)))[1];
                stems := array(
                    select distinct k.stem
                    from ${schema}.product_search_words k
                    where k.tenant_id = of_tenant and k.stem = its_stem);
                -- Of one or two letters nothing is guessed.
                if stems = '{}' and its_stem is not null and length(asked) >= 3 then
                    stems := array(
                        select distinct k.stem
                        from (
                            select b.stem
                            from ${schema}.product_search_words b
                            where b.tenant_id = of_tenant
                                and b.word >= asked collate "C"
                                and b.word < (asked || U&'\+10FFFF') collate "C"
                            order by b.word
                            limit 20
                        ) k);
                    if stems = '{}' and asked ~ '[^0-9]' then
                        stems := array(
                            select distinct k.stem
                            from (
                                select c.stem, extension_schema.similarity(c.word, asked) as likeness,
                                    max(extension_schema.similarity(c.word, asked)) over () as best
                                from ${schema}.product_search_words c
                                where c.tenant_id = of_tenant and c.word operator(extension_schema.%) asked
                                order by likeness desc, c.word
                                limit 5
                            ) k
                            -- As docs/decisions/0011-search.md says.
                            where k.likeness >= 0.4 and k.likeness >= k.best * 0.8);
                        is_alike := stems <> '{}';
                    end if;
                    if stems = '{}' then
                        stems := array(
                            select distinct k.stem
                            from (
                                select c.stem
                                from ${schema}.product_search_words c
                                where c.tenant_id = of_tenant and c.word like '%' || asked || '%'
                                limit 20
                            ) k);
                    end if;
                end if;
                if stems <> '{}' then
                    -- A stem has letters and digits alone, so that quotes make any of them a word.
                    term := (select string_agg(quote_literal(s.stem), ' | ') from unnest(stems) s (stem))::tsquery;
                    return next;
                end if;
            end loop;
        end
        $$
        $function$,
        'extension_schema',
        (
            select quote_ident(n.nspname)
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            where e.extname = 'pg_trgm'
        ));
end
$make$;

-- The products of the tenant that have all words, or what stands for them, and answer to the conditions. It reads with the
-- rights of the owner of the schema, because row security lets no index serve an operator that might tell what it read;
-- so it asks for the tenant itself, and can neither be asked for another nor answer without one.
create function ${schema}.find_products(given text, of_domain text, conditions jsonpath, most integer)
    returns table (sku text, place bigint, is_alike boolean, matched bigint)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan -- how many products have a word decides how they are best found
    set enable_seqscan = off -- a scan may begin anywhere, and the first 5,000 must be the same every time
    set max_parallel_workers_per_gather = 0
as $$
declare
    of_tenant constant uuid := nullif(current_setting('cerniq.tenant', true), '')::uuid;
    wanted tsquery;
    alike boolean;
begin
    select string_agg('(' || m.term::text || ')', ' & ')::tsquery, bool_or(m.is_alike)
    into wanted, alike
    from ${schema}.meant_words(of_tenant, given) m;
    return query
        select f.sku, dense_rank() over (order by f.score desc), alike, count(*) over ()
        from (
            select s.sku, ts_rank(s.words, wanted) as score
            from ${schema}.product_search s
            where s.tenant_id = of_tenant
                and s.words @@ wanted
                and (of_domain is null or s.domain_code = of_domain)
                and (conditions is null or s.attributes @@ conditions)
            limit 5000
        ) f
        order by f.score desc, f.sku
        limit most;
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['product_search', 'product_search_words'] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
        execute format('create policy "the search asks for the tenant" on ${schema}.%I for select to current_user using (true)', name);
    end loop;
end
$$;

-- What was there. An owner who is no superuser is bound by row security, and would find nothing.
do $$
declare
    secured constant text[] := array[
        'gold_products', 'tenant_offering', 'tenant_offering_version', 'knowledge_domain', 'tenants', 'product_search',
        'product_search_words'
    ];
    name text;
begin
    foreach name in array secured loop
        execute format('alter table ${schema}.%I no force row level security', name);
    end loop;
    perform ${schema}.make_findable(p.tenant_id, array_agg(p.sku))
    from ${schema}.gold_products p
    group by p.tenant_id;
    foreach name in array secured loop
        execute format('alter table ${schema}.%I force row level security', name);
    end loop;
end
$$;

grant select, insert, update, delete on ${schema}.product_search to ${runtimeRole};
grant select, insert on ${schema}.product_search_words to ${runtimeRole};
revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (11);
