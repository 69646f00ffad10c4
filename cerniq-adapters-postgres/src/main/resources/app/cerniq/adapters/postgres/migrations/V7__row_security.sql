-- Who may see and write what: rows of one tenant at a time, and never more rights than the program needs.

-- The tenant is a setting of the transaction. Without it, or when a pooled connection hands back '', nothing is visible.
do $$
declare
    name text;
begin
    foreach name in array array[
        'gold_products', 'stock_inventory', 'gold_negotiations', 'negotiation_state_history', 'negotiation_quotes',
        'negotiation_items', 'negotiation_offers', 'negotiation_payments', 'discount_requests', 'discount_approvals',
        'domain_events', 'outbox', 'policy_decisions', 'idempotency_keys'
    ] loop
        execute format('alter table ${schema}.%I enable row level security', name);
        execute format('alter table ${schema}.%I force row level security', name);
        execute format(
            'create policy one_tenant on ${schema}.%1$I using (tenant_id = %2$s) with check (tenant_id = %2$s)',
            name,
            'nullif(current_setting(''cerniq.tenant'', true), '''')::uuid');
    end loop;
end
$$;

alter table ${schema}.tenants enable row level security;
alter table ${schema}.tenants force row level security;
create policy one_tenant on ${schema}.tenants
    using (id = nullif(current_setting('cerniq.tenant', true), '')::uuid)
    with check (id = nullif(current_setting('cerniq.tenant', true), '')::uuid);

-- What happened stays as it was written, whoever asks; the owner of the tables included.
do $$
declare
    name text;
begin
    foreach name in array array[
        'negotiation_state_history', 'negotiation_quotes', 'negotiation_items', 'negotiation_offers',
        'negotiation_payments', 'discount_approvals', 'domain_events', 'policy_decisions', 'idempotency_keys'
    ] loop
        execute format(
            'create trigger "what was written stays" before update or delete on ${schema}.%I
                for each row execute function ${schema}.refuse()',
            name);
        execute format(
            'create trigger "what was written is not emptied" before truncate on ${schema}.%I
                for each statement execute function ${schema}.refuse()',
            name);
    end loop;
end
$$;

-- The role that the program runs as. It owns nothing and cannot log in: "grant ${runtimeRole} to <login>" or the
-- connection option "-c role=${runtimeRole}" makes it somebody's. Whoever may not create roles makes it beforehand.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = '${runtimeRole}') then
        create role ${runtimeRole} nologin;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another database of this cluster was faster
    when insufficient_privilege then
        raise exception 'role ${runtimeRole} does not exist and % may not create it', current_user
            using hint = 'Let a DBA run: create role ${runtimeRole} nologin';
end
$$;

grant usage on schema ${schema} to ${runtimeRole};
grant select on ${schema}.schema_version, ${schema}.fsm_valid_transitions, ${schema}.fsm_state_allowed_tools
    to ${runtimeRole};
grant select, insert, update on ${schema}.tenants, ${schema}.gold_products, ${schema}.stock_inventory,
    ${schema}.gold_negotiations, ${schema}.discount_requests to ${runtimeRole};
grant select, insert on ${schema}.negotiation_state_history, ${schema}.negotiation_quotes,
    ${schema}.negotiation_items, ${schema}.negotiation_offers, ${schema}.negotiation_payments,
    ${schema}.discount_approvals, ${schema}.domain_events, ${schema}.outbox, ${schema}.policy_decisions,
    ${schema}.idempotency_keys to ${runtimeRole};
grant select on ${schema}.negotiation_quote_vat_groups to ${runtimeRole};

revoke execute on all functions in schema ${schema} from public;
grant execute on all functions in schema ${schema} to ${runtimeRole};

insert into ${schema}.schema_version (version) values (7);
