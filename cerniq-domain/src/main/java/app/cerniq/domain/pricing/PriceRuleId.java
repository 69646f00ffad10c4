package app.cerniq.domain.pricing;

import java.util.UUID;

/** One price rule of a tenant, over all its versions. */
public record PriceRuleId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
