package app.cerniq.simulator.fault;

import app.cerniq.ports.shared.Storage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

/**
 * Any store, with something between it and one host that may fail at every call of every port. A port that is added to
 * {@link Storage} can fail from the same day on: nothing here names one.
 */
public final class FaultyStorage {

    private FaultyStorage() {}

    /** The store as one host sees it. */
    public static Storage over(Storage real, Interference interference) {
        var ports = new java.util.HashMap<Method, Object>();
        for (var accessor : Storage.class.getMethods()) {
            var target = got(accessor, real);
            ports.put(accessor, port(accessor, target, interference));
        }
        return (Storage) proxy(
                Storage.class,
                (self, method, arguments) -> isOfObject(method)
                        ? method.invoke(real, arguments)
                        : java.util.Objects.requireNonNull(ports.get(method), method::toString));
    }

    private static Object got(Method accessor, Storage real) {
        try {
            return accessor.invoke(real);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("A store gives its ports to everybody: " + accessor, broken);
        }
    }

    private static Object port(Method accessor, Object target, Interference interference) {
        var name = accessor.getName();
        return proxy(
                accessor.getReturnType(),
                (self, method, arguments) -> isOfObject(method)
                        ? method.invoke(target, arguments)
                        : interference.around(new PortCall(name, method, target, listOf(arguments))));
    }

    private static boolean isOfObject(Method method) {
        return method.getDeclaringClass() == Object.class;
    }

    // Null where a method has no parameters, as java.lang.reflect has it.
    private static List<Object> listOf(Object @org.jspecify.annotations.Nullable [] arguments) {
        return arguments == null ? List.of() : Arrays.asList(arguments);
    }

    private static Object proxy(Class<?> port, InvocationHandler handler) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler);
    }
}
