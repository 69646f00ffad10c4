package app.cerniq.simulator.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of one port, not yet made.
 *
 * @param port the port's name as {@link app.cerniq.ports.shared.Storage} has it, for example {@code negotiations}
 */
public record PortCall(String port, Method method, Object target, List<Object> arguments) {
    public PortCall {
        arguments = List.copyOf(arguments);
    }

    /** Makes the call, once for each time that this is called; throws what the port throws. */
    public @Nullable Object make() { // null where the method gives nothing back
        try {
            return method.invoke(target, arguments.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            if (thrown.getCause() instanceof Error broken) {
                throw broken;
            }
            throw new IllegalStateException("No port throws a checked exception: " + name(), thrown);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("Every method of a port can be called: " + name(), hidden);
        }
    }

    /** For example {@code negotiations.commit}. */
    public String name() {
        return port + "." + method.getName();
    }
}
