package app.cerniq.rules.engine;

import java.util.function.Supplier;

/**
 * Drools looks for its parts with the class loader of the current thread. In a host that may be one that cannot see
 * them, so while a pack is loaded the thread wears the class loader of this library.
 */
public final class OwnClassLoader {

    private OwnClassLoader() {}

    /** Does some work, and leaves the thread as it was. */
    public static <T> T during(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
