package app.cerniq.ports.shared;

import app.cerniq.domain.shared.InvalidValue;

/**
 * The caller's name for one intended effect: sent again, the same command has no second one.
 *
 * @param value 1 to 200 characters, unique per tenant
 */
public record IdempotencyKey(String value) {

    public IdempotencyKey {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException(
                    new InvalidValue("idempotency key", value, "1 to 200 characters").describe());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
