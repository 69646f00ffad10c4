package app.cerniq.application.shared;

import app.cerniq.domain.shared.ContentHash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hash of a command by value, so that a repeat is told from another command under the same idempotency key. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The hash of several records; two lists of equal records have the same one in every process. */
    public static ContentHash of(Record... records) {
        return ContentHash.of(Arrays.stream(records).map(Fingerprint::canonical).toList());
    }

    private static String canonical(Object value) {
        if (value instanceof Record record) {
            return record.getClass().getSimpleName() + componentsOf(record);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Fingerprint::canonical).orElse("");
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Fingerprint::canonical).sorted().toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> canonical(List.of(entry.getKey(), entry.getValue())))
                    .sorted()
                    .toList()
                    .toString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Fingerprint::canonical).toList().toString();
        }
        return quoted(value.toString());
    }

    /** Length first, so that no text can pass for the border between two. */
    private static String quoted(String text) {
        return text.length() + ":" + text;
    }

    private static String componentsOf(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + canonical(valueOf(record, component)))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("Cannot read " + component + ".", broken);
        }
    }
}
