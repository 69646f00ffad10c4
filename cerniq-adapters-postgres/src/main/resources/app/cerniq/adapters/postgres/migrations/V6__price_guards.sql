-- I4 and I12 a second time: no price that nobody allowed, and totals that agree to the cent.

-- A line that stands unchanged in the version before keeps its price: limits that changed meanwhile are not for it.
create function ${schema}.check_prices() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken record;
begin
    select i.sku, s.sentence into broken
    from added i
    join ${schema}.negotiation_quotes q
        on q.tenant_id = i.tenant_id and q.negotiation_id = i.negotiation_id and q.quote_number = i.quote_number
    join ${schema}.tenants t on t.id = i.tenant_id
    left join ${schema}.discount_approvals a
        on a.tenant_id = i.tenant_id and a.negotiation_id = i.negotiation_id and a.request_id = i.approval_id
    cross join lateral (
        select exists (
            select from ${schema}.negotiation_items b
            join ${schema}.negotiation_quotes bq
                on bq.tenant_id = b.tenant_id and bq.negotiation_id = b.negotiation_id and bq.quote_number = b.quote_number
            where b.tenant_id = i.tenant_id
                and b.negotiation_id = i.negotiation_id
                and b.quote_number = i.quote_number - 1
                and b.line_hash = i.line_hash
                and bq.round = q.round
        ) as stood_before
    ) before
    cross join lateral (
        values
            (
                'a unit price is the list price less its discount',
                i.unit_price < round(i.list_price * (100 - i.discount_percent) * 0.01, q.decimals)
            ),
            (
                'a line total is quantity times unit price',
                i.line_total <> ${schema}.rounded(i.quantity * i.unit_price, q.decimals, q.rounding)
            ),
            (
                'no discount above the maximum of the tenant',
                not before.stood_before and i.discount_percent > t.discount_maximum_percent
            ),
            (
                'a price beyond the automatic limit has an approval',
                not before.stood_before
                and (i.discount_percent > t.discount_automatic_percent or i.unit_price < i.floor_price)
                and (
                    i.line_hash = any (a.line_hashes)
                    and a.round = q.round
                    and a.valid_until >= q.created_at
                ) is not true
            )
    ) s (sentence, is_broken)
    where s.is_broken
    limit 1;
    if found then
        perform ${schema}.refuse_because(broken.sentence, broken.sku);
    end if;
    return null;
end
$$;

create function ${schema}.check_totals() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    broken record;
begin
    select q.quote_number, q.line_count, q.net_value, q.vat_value, s.lines, s.net, s.vat into broken
    from (select distinct tenant_id, negotiation_id, quote_number from added) d
    join ${schema}.negotiation_quotes q
        on q.tenant_id = d.tenant_id and q.negotiation_id = d.negotiation_id and q.quote_number = d.quote_number
    cross join lateral (
        select
            coalesce(sum(g.lines), 0) as lines,
            coalesce(sum(g.net), 0) as net,
            coalesce(sum(${schema}.rounded(g.net * g.vat_percent * 0.01, q.decimals, q.rounding)), 0) as vat
        from (
            select count(*) as lines, sum(i.line_total) as net, i.vat_percent
            from ${schema}.negotiation_items i
            where i.tenant_id = q.tenant_id
                and i.negotiation_id = q.negotiation_id
                and i.quote_number = q.quote_number
            group by i.vat_category, i.vat_percent
        ) g
    ) s
    where (q.line_count, q.net_value, q.vat_value) is distinct from (s.lines, s.net, s.vat)
    limit 1;
    if found then
        perform ${schema}.refuse_because(
            'lines, VAT groups and totals agree to the cent',
            format(
                'quote %s says %s lines, %s + %s, its lines say %s lines, %s + %s',
                broken.quote_number, broken.line_count, broken.net_value, broken.vat_value,
                broken.lines, broken.net, broken.vat));
    end if;
    return null;
end
$$;

create trigger "prices are allowed"
    after insert on ${schema}.negotiation_items
    referencing new table as added for each statement
    execute function ${schema}.check_prices();

create trigger "totals agree"
    after insert on ${schema}.negotiation_items
    referencing new table as added for each statement
    execute function ${schema}.check_totals();

-- For a quote without its lines; with them it has been checked above.
create trigger "totals agree"
    after insert on ${schema}.negotiation_quotes
    referencing new table as added for each statement
    execute function ${schema}.check_totals();

create function ${schema}.check_quote_belongs() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from ${schema}.gold_negotiations n
        where n.tenant_id = new.tenant_id
            and n.id = new.negotiation_id
            and n.version = new.version
            and n.quote_count = new.quote_number
            and n.quote_hash = new.hash
            and n.currency = new.currency
    ) then
        perform ${schema}.refuse_because('a new quote is the current one', format('quote %s', new.quote_number));
    end if;
    return null;
end
$$;

create trigger "a new quote is the current one"
    after insert on ${schema}.negotiation_quotes for each row
    execute function ${schema}.check_quote_belongs();

create trigger "a decision on a request is final"
    after update on ${schema}.discount_requests for each row
    when (old.status <> 'waiting')
    execute function ${schema}.refuse();

create trigger "what is asked for stays"
    after update on ${schema}.discount_requests for each row
    when (
        (new.tenant_id, new.negotiation_id, new.id, new.round, new.version, new.tier, new.quote_hash, new.requested_by)
        is distinct from
        (old.tenant_id, old.negotiation_id, old.id, old.round, old.version, old.tier, old.quote_hash, old.requested_by)
    )
    execute function ${schema}.refuse();

insert into ${schema}.schema_version (version) values (6);
