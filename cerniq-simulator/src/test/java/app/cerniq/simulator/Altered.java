package app.cerniq.simulator;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records with one component changed, whatever else they have. */
final class Altered {

    private Altered() {}

    static <R extends Record> R of(R original, String component, Object value) {
        var components = original.getClass().getRecordComponents();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = new Object[components.length];
            for (var i = 0; i < values.length; i++) {
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(original);
            }
            @SuppressWarnings("unchecked") // the constructor of the very class
            var altered = (R) original.getClass().getConstructor(types).newInstance(values);
            return altered;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("Cannot alter " + component + " of " + original, broken);
        }
    }
}
