package app.cerniq.domain.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * What is known about an offering or a variant beyond its name.
 *
 * @param values one value per key
 */
public record Attributes(Map<AttributeKey, AttributeValue> values) {

    /** Nothing is known. */
    public static final Attributes NONE = new Attributes(Map.of());

    public Attributes {
        values = Map.copyOf(values);
    }

    public Optional<AttributeValue> value(AttributeKey key) {
        return Optional.ofNullable(values.get(key));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
