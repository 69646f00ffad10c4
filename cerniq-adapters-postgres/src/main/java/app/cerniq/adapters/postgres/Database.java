package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultProducer;
import org.jdbi.v3.core.statement.Query;

/**
 * The way to the database: every statement runs for one tenant, and only once it is certain that the schema is the right
 * one and that the role sees no more than it may.
 */
final class Database {

    /** Work on a connection that may fail as SQL fails. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** How a query is filled in. */
    interface Binding {
        Query to(Query query);
    }

    /** What a row becomes. */
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    /** Several statements that belong together; false where nothing of them shall be kept. */
    interface Steps {
        boolean on(Handle handle) throws SQLException;
    }

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final Sql sql;
    private final AtomicBoolean isTrusted = new AtomicBoolean();

    Database(DataSource dataSource, Sql sql) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource).registerArgument(new InstantArguments());
        this.sql = sql;
    }

    Sql sql() {
        return sql;
    }

    /** Refuses a schema of another version and a role that row-level security does not bind. */
    void validate() {
        inHandle("validate the schema", handle -> {
            SchemaCheck.check(handle.getConnection(), sql);
            return true;
        });
        isTrusted.set(true);
    }

    /** Statements of our own making, for the hot paths. */
    <T> T run(String what, Work<T> work) {
        trust();
        return inHandle(what, handle -> work.on(handle.getConnection()));
    }

    /** The rows of one statement, for one tenant, in one round trip. */
    <T> List<T> query(String what, TenantId tenant, String statement, Binding binding, Reading<T> reading) {
        return query(what, tenant, statement, binding, 1, reading);
    }

    /** As {@link #query}, for several statements in one text: the rows of the last one of them. */
    <T> List<T> query(
            String what, TenantId tenant, String statement, Binding binding, int statements, Reading<T> reading) {
        trust();
        return inHandle(what, handle -> {
            var query = handle.createQuery("select set_config('cerniq.tenant', :cerniq_tenant, true);\n" + statement)
                    .bind("cerniq_tenant", tenant.toString());
            return binding.to(query).execute(lastResult(statements, reading));
        });
    }

    <T> Optional<T> first(String what, TenantId tenant, String statement, Binding binding, Reading<T> reading) {
        return query(what, tenant, statement, binding, reading).stream().findFirst();
    }

    /**
     * Statements of one tenant that are kept together or not at all: a transaction of their own or, on a connection that is
     * in the host's, a part of it that can be taken back alone.
     *
     * @return whether they are kept; not where the steps say so, and not where somebody else was faster
     */
    boolean together(String what, TenantId tenant, Steps steps) {
        trust();
        return inHandle(what, handle -> new Together(handle, tenant).run(steps));
    }

    private void trust() {
        if (!isTrusted.get()) {
            validate();
        }
    }

    private static <T> ResultProducer<List<T>> lastResult(int resultsBefore, Reading<T> reading) {
        return (executed, context) -> {
            var statement = executed.get();
            for (var i = 0; i < resultsBefore; i++) {
                statement.getMoreResults();
            }
            var all = new ArrayList<T>();
            try (var result = statement.getResultSet()) {
                while (result.next()) {
                    all.add(reading.of(new Row(result)));
                }
            }
            return List.copyOf(all);
        };
    }

    private interface InHandle<T> {
        T in(Handle handle) throws SQLException;
    }

    private <T> T inHandle(String what, InHandle<T> work) {
        try (var handle = jdbi.open()) {
            return work.in(handle);
        } catch (SQLException failed) {
            throw Faults.of(what, failed, dataSource);
        } catch (JdbiException failed) {
            throw Faults.of(what, failed, dataSource);
        }
    }
}
