-- I4 and I12 a second time: no price that nobody allowed, and totals that agree to the cent.

-- Rounds like java.math.RoundingMode. Nothing is divided, so nothing is rounded twice.
create function ${schema}.rounded(exact numeric, decimals integer, rounding text) returns numeric
    language sql immutable parallel safe
return case
    when rounding <> 'HALF_EVEN' or trunc(exact, decimals) = exact then round(exact, decimals)
    when 2 * (exact - trunc(exact, decimals)) <> round(exact, decimals) - trunc(exact, decimals)
        then round(exact, decimals)
    when mod(trunc(exact, decimals), 2 * (round(exact, decimals) - trunc(exact, decimals))) = 0
        then trunc(exact, decimals)
    else round(exact, decimals)
end;

create view ${schema}.negotiation_quote_vat_groups with (security_invoker = true) as
select
    i.tenant_id,
    i.negotiation_id,
    i.quote_number,
    i.vat_category,
    i.vat_percent,
    sum(i.line_total) as taxable_value,
    ${schema}.rounded(sum(i.line_total) * i.vat_percent * 0.01, q.decimals, q.rounding) as vat_value
from ${schema}.negotiation_items i
join ${schema}.negotiation_quotes q
    on q.tenant_id = i.tenant_id and q.negotiation_id = i.negotiation_id and q.quote_number = i.quote_number
group by i.tenant_id, i.negotiation_id, i.quote_number, i.vat_category, i.vat_percent, q.decimals, q.rounding;

-- A line that stands unchanged in the version before keeps its price: limits that changed meanwhile are not for it.
create function ${schema}.check_quote() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    automatic numeric;
    maximum numeric;
    found_lines bigint;
    found_net numeric;
    found_vat numeric;
    broken text;
begin
    if not exists (
        select from ${schema}.gold_negotiations n
        where n.tenant_id = new.tenant_id
            and n.id = new.negotiation_id
            and n.version = new.version
            and n.round = new.round
            and n.quote_count = new.quote_number
            and n.quote_hash = new.hash
            and n.currency = new.currency
            and n.rounding = new.rounding
    ) then
        perform ${schema}.refuse_because('a new quote is the current one', format('quote %s', new.quote_number));
    end if;

    select t.discount_automatic_percent, t.discount_maximum_percent into automatic, maximum
    from ${schema}.tenants t
    where t.id = new.tenant_id;

    select
        coalesce(sum(g.lines), 0),
        coalesce(sum(g.net), 0),
        coalesce(sum(${schema}.rounded(g.net * g.vat_percent * 0.01, new.decimals, new.rounding)), 0),
        min(g.broken)
    into found_lines, found_net, found_vat, broken
    from (
        select
            i.vat_percent,
            count(*) as lines,
            sum(i.line_total) as net,
            min(
                case
                    when i.unit_price < round(i.list_price * (100 - i.discount_percent) * 0.01, new.decimals)
                        then 'a unit price is the list price less its discount'
                    when i.line_total <> ${schema}.rounded(i.quantity * i.unit_price, new.decimals, new.rounding)
                        then 'a line total is quantity times unit price'
                    when i.discount_percent <= automatic and i.unit_price >= i.floor_price then null
                    when exists (
                        select from ${schema}.negotiation_items b
                        join ${schema}.negotiation_quotes q
                            on q.tenant_id = b.tenant_id
                                and q.negotiation_id = b.negotiation_id
                                and q.quote_number = b.quote_number
                        where b.tenant_id = new.tenant_id
                            and b.negotiation_id = new.negotiation_id
                            and b.quote_number = new.quote_number - 1
                            and b.line_hash = i.line_hash
                            and q.round = new.round
                    ) then null
                    when i.discount_percent > maximum then 'no discount above the maximum of the tenant'
                    when not exists (
                        select from ${schema}.discount_approvals a
                        where a.tenant_id = new.tenant_id
                            and a.negotiation_id = new.negotiation_id
                            and a.request_id = i.approval_id
                            and a.round = new.round
                            and a.valid_until >= new.created_at
                            and i.line_hash = any (a.line_hashes)
                    ) then 'a price beyond the automatic limit has an approval'
                end
            ) as broken
        from ${schema}.negotiation_items i
        where i.tenant_id = new.tenant_id
            and i.negotiation_id = new.negotiation_id
            and i.quote_number = new.quote_number
        group by i.vat_category, i.vat_percent
    ) g;

    if broken is not null then
        perform ${schema}.refuse_because(broken, format('quote %s', new.quote_number));
    elsif found_lines <> new.line_count or found_net <> new.net_value or found_vat <> new.vat_value then
        perform ${schema}.refuse_because(
            'lines, VAT groups and totals agree to the cent',
            format(
                'quote %s says %s lines, %s + %s; its lines say %s lines, %s + %s',
                new.quote_number, new.line_count, new.net_value, new.vat_value, found_lines, found_net, found_vat));
    end if;
    return null;
end
$$;

-- All lines of a quote come with it: their numbers run from one to line_count, so no number is left for a later one.
create function ${schema}.check_item() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from ${schema}.negotiation_quotes q
        where q.tenant_id = new.tenant_id
            and q.negotiation_id = new.negotiation_id
            and q.quote_number = new.quote_number
            and new.line_number between 1 and q.line_count
    ) then
        perform ${schema}.refuse_because('a quote is complete from the start', format('line %s', new.line_number));
    end if;
    return null;
end
$$;

create trigger "a quote is allowed and adds up"
    after insert on ${schema}.negotiation_quotes for each row
    execute function ${schema}.check_quote();

create trigger "a quote is complete from the start"
    after insert on ${schema}.negotiation_items for each row
    execute function ${schema}.check_item();

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
