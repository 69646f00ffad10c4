package app.cerniq.domain.fiscal;

import app.cerniq.domain.shared.Percentage;

/**
 * How VAT applies to a line. There is no default: who does not know the rate does not quote.
 *
 * @param category the EN 16931 category
 * @param rate above zero for {@link VatCategory#S}, zero for every other category
 */
public record VatTreatment(VatCategory category, Percentage rate) implements Comparable<VatTreatment> {

    public VatTreatment {
        if (category.isTaxed() == rate.equals(Percentage.ZERO)) {
            throw new IllegalArgumentException("VAT category " + category + " does not go with a rate of " + rate
                    + "; S has a rate above zero, the others zero.");
        }
    }

    /** A taxed supply, for example {@code standard("21")}. */
    public static VatTreatment taxed(String rate) {
        return new VatTreatment(VatCategory.S, Percentage.of(rate));
    }

    @Override
    public int compareTo(VatTreatment other) {
        var byCategory = category.compareTo(other.category);
        return byCategory != 0 ? byCategory : rate.compareTo(other.rate);
    }

    @Override
    public String toString() {
        return category + " " + rate;
    }
}
