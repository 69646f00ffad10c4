package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.InvalidValue;

/**
 * What kind of customer a lead is, as far as prices go. An open list: a tenant may use codes of its own beside the known
 * ones (specification, C39).
 *
 * @param code 1 to 30 upper-case letters, digits or underscores
 */
public record CustomerTier(String code) {

    /** Everybody who was not given another tier. */
    public static final CustomerTier STANDARD = new CustomerTier("STANDARD");

    public static final CustomerTier SILVER = new CustomerTier("SILVER");
    public static final CustomerTier GOLD = new CustomerTier("GOLD");
    public static final CustomerTier PLATINUM = new CustomerTier("PLATINUM");

    public CustomerTier {
        if (!code.matches("[A-Z0-9_]{1,30}")) {
            throw new IllegalArgumentException(
                    new InvalidValue("customer tier", code, "1 to 30 upper-case letters, digits or underscores")
                            .describe());
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
