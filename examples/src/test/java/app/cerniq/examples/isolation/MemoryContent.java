package app.cerniq.examples.isolation;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.isolation.Leaves;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a store in memory holds of one tenant: every entry of every map whose key names the tenant, and every element of
 * every list that does, wherever in the store they are. Nobody has to say which maps there are.
 */
final class MemoryContent {

    private final TenantId tenant;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> found = new TreeSet<>();

    private MemoryContent(TenantId tenant) {
        this.tenant = tenant;
    }

    static Set<String> of(Object store, TenantId tenant) {
        var content = new MemoryContent(tenant);
        content.search(store);
        return content.found;
    }

    private void search(Object value) {
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> {
                if (names(key)) {
                    found.add(key + " = " + told(entry));
                } else {
                    search(entry);
                }
            });
        } else if (value instanceof Collection<?> many) {
            for (var element : many) {
                if (names(element)) {
                    found.add(told(element));
                } else {
                    search(element);
                }
            }
        } else if (isOurs(value) && !(value instanceof Record)) {
            fields(value, this::search);
        }
    }

    private boolean names(Object key) {
        return Leaves.of(key).contains(tenant.value());
    }

    private static String told(Object value) {
        return told(value, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Everything inside, in an order that does not depend on hashes; what is inside itself is told once. */
    private static String told(Object value, Set<Object> within) {
        if (value == null || !within.add(value)) {
            return "…";
        }
        var told = opened(value, within);
        within.remove(value);
        return told;
    }

    private static String opened(Object value, Set<Object> within) {
        if (value instanceof Map<?, ?> map) {
            var entries = new TreeSet<String>();
            map.forEach((key, entry) -> entries.add(told(key, within) + " = " + told(entry, within)));
            return entries.toString();
        }
        if (value instanceof Set<?> set) {
            var elements = new TreeSet<String>();
            set.forEach(element -> elements.add(told(element, within)));
            return elements.toString();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(element -> told(element, within)).toList().toString();
        }
        if (value instanceof Record) {
            return value.getClass().getSimpleName() + Leaves.texts(value);
        }
        if (isOurs(value) && value.getClass().getSimpleName().startsWith("InMemory")) {
            return value.getClass().getSimpleName(); // the store again, with all of its tenants
        }
        if (isOurs(value) && !(value instanceof Enum<?>)) {
            var told = new StringBuilder(value.getClass().getSimpleName());
            fields(value, field -> told.append(' ').append(told(field, within)));
            return told.toString();
        }
        return value.toString();
    }

    private static boolean isOurs(Object value) {
        return value.getClass().getName().startsWith("app.cerniq.testkit.memory.");
    }

    private static void fields(Object value, java.util.function.Consumer<Object> each) {
        for (var field : value.getClass().getDeclaredFields()) {
            var isOwn = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic(); // not the object around it
            if (isOwn && field.trySetAccessible()) {
                try {
                    each.accept(field.get(value));
                } catch (IllegalAccessException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        }
    }
}
