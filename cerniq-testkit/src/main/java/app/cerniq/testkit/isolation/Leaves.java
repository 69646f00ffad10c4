package app.cerniq.testkit.isolation;

import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every single value inside an answer: records, collections, optionals and both sides of an either are opened, whatever
 * their {@code toString()} shows of them.
 */
public final class Leaves {

    private final List<Object> found = new ArrayList<>();

    private Leaves() {}

    /** The values inside an object, in no particular order; those that are no container of ours or of Java's. */
    public static List<Object> of(Object whole) {
        var leaves = new Leaves();
        leaves.open(whole);
        return List.copyOf(leaves.found);
    }

    /** The values as texts. */
    public static List<String> texts(Object whole) {
        return of(whole).stream().map(String::valueOf).toList();
    }

    private void open(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::open);
        } else if (value instanceof Either<?, ?> either) {
            open(either.fold(left -> left, right -> right));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> {
                open(key);
                open(entry);
            });
        } else if (value instanceof Iterable<?> many && !(value instanceof java.nio.file.Path)) {
            many.forEach(this::open);
        } else if (value instanceof Record record) {
            components(record);
        } else {
            found.add(value);
        }
    }

    private void components(Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.trySetAccessible();
                open(accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException("Cannot read " + component + ".", broken);
            }
        }
    }
}
