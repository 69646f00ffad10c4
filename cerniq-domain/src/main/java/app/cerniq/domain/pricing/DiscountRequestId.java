package app.cerniq.domain.pricing;

import java.util.UUID;

/** One request for a discount inside one negotiation. */
public record DiscountRequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
