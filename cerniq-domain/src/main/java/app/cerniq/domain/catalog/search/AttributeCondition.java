package app.cerniq.domain.catalog.search;

import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.Attributes;
import app.cerniq.domain.catalog.ValueType;
import java.util.List;

/**
 * What an attribute of the goods must be. A value of another type than the condition's meets no condition, and neither does
 * a value that is missing.
 */
public sealed interface AttributeCondition {

    /** The attribute, of the offering or of the variant. */
    AttributeKey key();

    /** What it compares. */
    ValueType type();

    /** Whether these attributes meet it. */
    boolean isMetBy(Attributes attributes);

    /** As a refusal shows it. */
    String shown();

    /**
     * Exactly one of some values.
     *
     * @param values 1 to 50, of one type
     */
    record OneOf(AttributeKey key, List<AttributeValue> values) implements AttributeCondition {

        private static final int MOST = 50;

        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MOST) {
                throw new IllegalArgumentException(
                        "A condition on " + key + " names 1 to " + MOST + " values, not " + values.size() + ".");
            }
            if (values.stream().map(AttributeValue::type).distinct().count() > 1) {
                throw new IllegalArgumentException("A condition on " + key + " mixes types: " + values + ".");
            }
        }

        @Override
        public ValueType type() {
            return values.get(0).type();
        }

        @Override
        public boolean isMetBy(Attributes attributes) {
            return attributes.value(key).filter(values::contains).isPresent();
        }

        @Override
        public String shown() {
            return key + " one of " + values.stream().map(AttributeValue::shown).toList();
        }
    }

    /** That number or a greater one. */
    record AtLeast(AttributeKey key, AttributeValue.Decimal least) implements AttributeCondition {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public boolean isMetBy(Attributes attributes) {
            return attributes
                    .value(key)
                    .filter(value -> value instanceof AttributeValue.Decimal number
                            && number.value().compareTo(least.value()) >= 0)
                    .isPresent();
        }

        @Override
        public String shown() {
            return key + " at least " + least.shown();
        }
    }

    /** That number or a smaller one. */
    record AtMost(AttributeKey key, AttributeValue.Decimal most) implements AttributeCondition {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public boolean isMetBy(Attributes attributes) {
            return attributes
                    .value(key)
                    .filter(value -> value instanceof AttributeValue.Decimal number
                            && number.value().compareTo(most.value()) <= 0)
                    .isPresent();
        }

        @Override
        public String shown() {
            return key + " at most " + most.shown();
        }
    }

    /** Exactly one value. */
    static AttributeCondition equalTo(AttributeKey key, AttributeValue value) {
        return new OneOf(key, List.of(value));
    }
}
