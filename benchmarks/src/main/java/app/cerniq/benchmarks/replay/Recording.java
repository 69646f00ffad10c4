package app.cerniq.benchmarks.replay;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Listens in on a data source: which statements are prepared, and with what values. */
final class Recording {

    /** A statement as it was sent; a value is missing where null was. */
    record Sent(String sql, SortedMap<Integer, Object> values) {}

    /** The values of an array, and how PostgreSQL writes them; an array of JDBC equals nothing but itself. */
    record Many(String literal, List<Object> each) {

        static Many of(Array array) {
            try {
                return new Many(array.toString(), List.of((Object[]) array.getArray()));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public String toString() {
            return literal;
        }
    }

    private final List<Sent> sent = new ArrayList<>();

    /** The data source that is to be used so that this hears it. */
    DataSource of(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    /** What was sent since the last call. */
    List<Sent> take() {
        var all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    private <T> T proxy(Class<T> type, Object target) {
        return proxy(type, target, (method, arguments) -> {});
    }

    private interface Listener {
        void hears(Method method, Object[] arguments);
    }

    private <T> T proxy(Class<T> type, Object target, Listener listener) {
        InvocationHandler handler = (self, method, arguments) -> {
            listener.hears(method, arguments == null ? new Object[0] : arguments);
            try {
                return wrapped(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object wrapped(
            Method method, Object[] arguments, @Nullable Object result) { // null: as JDBC has it
        if (method.getName().equals("prepareStatement") && result != null) {
            var values = new TreeMap<Integer, Object>();
            sent.add(new Sent((String) arguments[0], values));
            return proxy(PreparedStatement.class, result, (call, with) -> {
                if (call.getName().startsWith("set")
                        && with.length > 1
                        && !call.getName().equals("setNull")) {
                    values.put((Integer) with[0], with[1] instanceof Array array ? Many.of(array) : with[1]);
                }
            });
        }
        return result instanceof Connection && method.getName().equals("getConnection") && arguments == null
                ? proxy(Connection.class, result)
                : result;
    }
}
