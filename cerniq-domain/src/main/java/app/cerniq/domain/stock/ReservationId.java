package app.cerniq.domain.stock;

import java.util.UUID;

/** One reservation inside one negotiation. */
public record ReservationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
