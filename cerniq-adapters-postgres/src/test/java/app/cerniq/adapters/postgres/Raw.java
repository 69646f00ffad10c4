package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;

/** SQL past the domain, as somebody with a console would write it. */
final class Raw {

    private final DataSource dataSource;

    Raw(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What came of a statement that was rolled back in any case: the constraint or, without one, the SQL state. */
    Optional<String> refusal(TenantId tenant, String statement) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, tenant, statement);
                return Optional.empty();
            } catch (PSQLException refused) {
                var constraint = Faults.constraint(refused);
                return Optional.of(constraint.isEmpty() ? String.valueOf(refused.getSQLState()) : constraint);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    /** The one number that a query gives to a tenant; to nobody in particular where the tenant is empty. */
    long number(Optional<TenantId> tenant, String query) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (tenant.isPresent()) {
                setTenant(connection, tenant.get());
            }
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery(query)) {
                result.next();
                return result.getLong(1);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    /** The texts that a query gives, in its first column. */
    List<String> texts(String query) {
        return List.copyOf(rows(query, result -> result.getString(1)));
    }

    /** Two columns as keys and values. */
    Map<String, String> pairs(String query) {
        return rows(query, result -> Map.entry(result.getString(1), result.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Reading<T> reading) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    void run(TenantId tenant, String statement) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, tenant, statement);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    private static void execute(Connection connection, TenantId tenant, String sql) throws SQLException {
        setTenant(connection, tenant);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void setTenant(Connection connection, TenantId tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('cerniq.tenant', ?, true)")) {
            statement.setString(1, tenant.toString());
            statement.execute();
        }
    }

    /** A text or id as a literal. */
    static String quoted(Object value) {
        return "'" + value + "'";
    }

    /** One whole change, well recorded, with these assignments and this history: what a decent writer would send. */
    static String change(TenantId tenant, UUID deal, String assignments, String actor, String also) {
        return """
                with deal as (
                    update cerniq.gold_negotiations
                    set version = version + 1, updated_by_type = '%4$s', updated_at = now(), %3$s
                    where tenant_id = '%1$s' and id = '%2$s'
                    returning *
                ),
                told as (
                    insert into cerniq.domain_events (
                        tenant_id, stream_id, version, event_index, event_id, type, payload,
                        actor_type, actor_id, actor_label, occurred_at
                    )
                    select tenant_id, id, version, 0, gen_random_uuid(), 'raw', '{}', updated_by_type, id, 'raw', now()
                    from deal
                )
                %5$s
                select count(*) from deal
                """.formatted(tenant, deal, assignments, actor, also);
    }

    /** A history row for a move in {@link #change}. */
    static String history(String from, String to) {
        return """
                , moved as (
                    insert into cerniq.negotiation_state_history (
                        tenant_id, negotiation_id, version, from_state, to_state, transition_reason, transition_trigger,
                        loss_reason, triggered_by_type, triggered_by_id, triggered_by_label, rules, pack_version, context_snapshot,
                        created_at
                    )
                    select tenant_id, id, version, '%s', '%s', 'raw', 'user_action', null, updated_by_type, id, 'raw', '{}',
                        'raw', '{}', state_changed_at
                    from deal
                )
                """.formatted(from, to);
    }

    /** The assignments of a move between two states; a resurrected deal starts anew. */
    static String move(String from, String to) {
        var moved = "current_state = '%2$s', previous_state = '%1$s', state_changed_at = now()".formatted(from, to);
        return from.equals("DEAD")
                ? moved + ", round = round + 1, quote_hash = null, quote_contents_hash = null, net_value = 0,"
                        + " vat_value = 0, total_value = 0"
                : moved;
    }
}
