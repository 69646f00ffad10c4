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

    /** Everything inside, in an order that does not depend on hashes. */
    private static String told(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Map<?, ?> map) {
            var entries = new TreeSet<String>();
            map.forEach((key, entry) -> entries.add(told(key) + " = " + told(entry)));
            return entries.toString();
        }
        if (value instanceof Set<?> set) {
            var elements = new TreeSet<String>();
            set.forEach(element -> elements.add(told(element)));
            return elements.toString();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(MemoryContent::told).toList().toString();
        }
        if (value instanceof Record) {
            return value.getClass().getSimpleName() + Leaves.texts(value);
        }
        if (isOurs(value) && !(value instanceof Enum<?>)) {
            var told = new StringBuilder(value.getClass().getSimpleName());
            fields(value, field -> told.append(' ').append(told(field)));
            return told.toString();
        }
        return value.toString();
    }

    private static boolean isOurs(Object value) {
        return value.getClass().getName().startsWith("app.cerniq.testkit.memory.");
    }

    private static void fields(Object value, java.util.function.Consumer<Object> each) {
        for (var field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
                try {
                    each.accept(field.get(value));
                } catch (IllegalAccessException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        }
    }
}
