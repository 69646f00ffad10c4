package app.cerniq.adapters.postgres;

import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.approval.AssignmentStrategy;
import app.cerniq.domain.approval.EscalationChain;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** In what the approvals of tenants differ from the rules, in PostgreSQL. */
final class PostgresApprovalTerms {

    private static final String READ = """
            select
                coalesce(a.assignment, 'MANUAL') as assignment,
                (
                    select json_agg(
                        json_build_object('kind', s.kind, 'role', s.role, 'seconds', s.within_seconds)
                        order by s.kind, s.role)
                    from ${schema}.tenant_task_times s
                    where s.tenant_id = t.id
                ) as times,
                (
                    select json_agg(e.role order by e.step)
                    from ${schema}.tenant_escalations e
                    where e.tenant_id = t.id
                ) as chain
            from ${schema}.tenants t
            left join ${schema}.tenant_approvals a on a.tenant_id = t.id
            where t.id = :tenant
            """;

    private static final String KEEP = """
            insert into ${schema}.tenant_approvals (tenant_id, assignment)
            select t.id, :assignment
            from ${schema}.tenants t
            where t.id = :tenant
            on conflict (tenant_id) do update
            set assignment = excluded.assignment, updated_at = now()
            """;

    private static final String FORGET_TIMES = """
            delete from ${schema}.tenant_task_times
            where tenant_id = :tenant
            """;

    private static final String FORGET_CHAIN = """
            delete from ${schema}.tenant_escalations
            where tenant_id = :tenant
            """;

    private static final String ADD_TIME = """
            insert into ${schema}.tenant_task_times (tenant_id, kind, role, within_seconds)
            values (:tenant, :kind, :role, :seconds)
            """;

    private static final String ADD_STEP = """
            insert into ${schema}.tenant_escalations (tenant_id, step, role)
            values (:tenant, :step, :role)
            """;

    private final Database database;
    private final Sql sql;

    PostgresApprovalTerms(Database database) {
        this.database = database;
        this.sql = database.sql();
    }

    Optional<ApprovalTerms> of(TenantId tenant) {
        return database.first(
                "read the approval terms of tenant " + tenant,
                tenant,
                sql.text(READ),
                query -> query.bind("tenant", tenant.value()),
                PostgresApprovalTerms::terms);
    }

    private static ApprovalTerms terms(Row row) throws SQLException {
        var times = new ArrayList<ApprovalTerms.Time>();
        row.maybeTree("times").ifPresent(all -> all.forEach(time -> times.add(time(time))));
        var chain = new ArrayList<Role>();
        row.maybeTree("chain").ifPresent(all -> all.forEach(role -> chain.add(Role.valueOf(role.textValue()))));
        return new ApprovalTerms(
                times,
                chain.isEmpty() ? Optional.empty() : Optional.of(new EscalationChain(chain)),
                AssignmentStrategy.valueOf(row.text("assignment")));
    }

    private static ApprovalTerms.Time time(JsonNode time) {
        return new ApprovalTerms.Time(
                HumanTaskKind.valueOf(time.get("kind").textValue()),
                Optional.of(time.get("role").textValue())
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf),
                Duration.ofSeconds(time.get("seconds").longValue()));
    }

    /** Replaces them as a whole; false where the tenant is not set up. */
    boolean agree(TenantId tenant, ApprovalTerms terms) {
        return database.together("agree the approvals of tenant " + tenant, tenant, handle -> {
            var isThere = handle.createUpdate(sql.text(KEEP))
                            .bind("tenant", tenant.value())
                            .bind("assignment", terms.assignment().name())
                            .execute()
                    == 1;
            return isThere && replaced(handle, tenant, terms);
        });
    }

    private boolean replaced(Handle handle, TenantId tenant, ApprovalTerms terms) {
        handle.createUpdate(sql.text(FORGET_TIMES))
                .bind("tenant", tenant.value())
                .execute();
        handle.createUpdate(sql.text(FORGET_CHAIN))
                .bind("tenant", tenant.value())
                .execute();
        for (var time : terms.times()) {
            handle.createUpdate(sql.text(ADD_TIME))
                    .bind("tenant", tenant.value())
                    .bind("kind", time.kind().name())
                    .bind("role", time.role().map(Role::name).orElse(""))
                    .bind("seconds", time.within().toSeconds())
                    .execute();
        }
        var roles = terms.chain().map(EscalationChain::roles).orElse(List.of());
        for (var step = 1; step <= roles.size(); step++) {
            handle.createUpdate(sql.text(ADD_STEP))
                    .bind("tenant", tenant.value())
                    .bind("step", step)
                    .bind("role", roles.get(step - 1).name())
                    .execute();
        }
        return true;
    }
}
