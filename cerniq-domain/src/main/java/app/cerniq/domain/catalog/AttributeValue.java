package app.cerniq.domain.catalog;

import java.math.BigDecimal;

/** A value of an attribute, in one of the forms that {@link ValueType} lists. */
public sealed interface AttributeValue {

    ValueType type();

    /** As a sentence shows it. */
    String shown();

    /**
     * Words.
     *
     * @param value any text; what it may be, its definition says
     */
    record Text(String value) implements AttributeValue {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }

        @Override
        public String shown() {
            return "\"" + value + "\"";
        }
    }

    /**
     * An exact number; {@code 2.5} and {@code 2.50} are the same.
     *
     * @param value at most 30 digits, 10 of them decimals
     */
    record Decimal(BigDecimal value) implements AttributeValue {
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
            if (value.scale() > 10 || value.precision() > 30) {
                throw new IllegalArgumentException(
                        "A number of an attribute has at most 30 digits, 10 of them decimals; " + value.toPlainString()
                                + " has more.");
            }
        }

        /** A number written as text, for example {@code of("2.5")}. */
        public static Decimal of(String value) {
            return new Decimal(new BigDecimal(value));
        }

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public String shown() {
            return value.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param value whether it is so
     */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public String shown() {
            return String.valueOf(value);
        }
    }
}
