package app.cerniq.ports.runtime;

import app.cerniq.ports.shared.IdempotencyKey;
import java.util.UUID;

/**
 * The name under which deliveries to one consumer are remembered; it stays the same for ever, in all host instances.
 *
 * @param value 1 to 60 lower-case letters, digits, dots and dashes
 */
public record ConsumerName(String value) implements Comparable<ConsumerName> {

    public ConsumerName {
        if (!value.matches("[a-z0-9][a-z0-9.-]{0,59}")) {
            throw new IllegalArgumentException("A consumer's name is 1 to 60 lower-case letters, digits, dots and"
                    + " dashes; \"" + value + "\" is not.");
        }
    }

    /**
     * The idempotency key of the command that this consumer gives because of an event, so that a redelivery has no second
     * effect.
     */
    public IdempotencyKey keyFor(UUID event) {
        return new IdempotencyKey(value + "/" + event);
    }

    /**
     * As {@link #keyFor(UUID)}, where one event leads to several commands.
     *
     * @param command tells them apart, up to 100 characters
     */
    public IdempotencyKey keyFor(UUID event, String command) {
        return new IdempotencyKey(value + "/" + event + "/" + command);
    }

    @Override
    public int compareTo(ConsumerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
