package app.cerniq.adapters.postgres;

import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.StorageUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/** A store whose user dies at the worst moment: when it is about to record what was delivered. */
final class Mortal {

    private Mortal() {}

    static Storage store(Storage storage, BooleanSupplier diesNow) {
        var outbox = proxy(Outbox.class, storage.outbox(), "settle", diesNow);
        return (Storage) Proxy.newProxyInstance(
                Mortal.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (self, method, arguments) ->
                        method.getName().equals("outbox") ? outbox : method.invoke(storage, arguments));
    }

    private static <T> T proxy(Class<T> port, T real, String fatal, BooleanSupplier diesNow) {
        return port.cast(Proxy.newProxyInstance(
                Mortal.class.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (method.getName().equals(fatal) && diesNow.getAsBoolean()) {
                        throw new StorageUnavailable("This dispatcher dies here.");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
