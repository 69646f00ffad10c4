package app.cerniq.domain.guardrail;

import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant lays down about how it sells: the only terms that an automated text may promise. What is empty is laid
 * down nowhere, so nothing may be said about it.
 *
 * @param version 0 before anything was laid down, one more with every change
 * @param advance the share that is paid before delivery
 * @param freeDeliveryFrom the net value from which delivery costs nothing
 * @param competitors names that are not mentioned, up to 200 of up to 100 characters
 * @param forbidden words that are never said, likewise
 * @param competitorSeverity how bad it is to name a competitor; a warning unless the tenant says otherwise
 * @param concessionBudget how far the price of a line may come down from the first offer of the deal on
 * @param cui the seller's own code
 * @param account where customers pay
 */
public record SalesTerms(
        long version,
        Optional<Days> delivery,
        Optional<Days> payment,
        Optional<Days> warranty,
        Optional<Days> validity,
        Optional<Percentage> advance,
        Optional<Money> freeDeliveryFrom,
        List<String> competitors,
        List<String> forbidden,
        Severity competitorSeverity,
        Percentage concessionBudget,
        Optional<Cui> cui,
        Optional<Iban> account) {

    /** The most names in a list. */
    public static final int MOST_NAMES = 200;

    /** The longest name in a list. */
    public static final int LONGEST_NAME = 100;

    /** Nothing was laid down: a competitor is a warning (specification, C60), and the hard maximum is the budget. */
    public static final SalesTerms NONE = new SalesTerms(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Severity.LOW,
            Percentage.of("40"),
            Optional.empty(),
            Optional.empty());

    public SalesTerms {
        competitors = names("competitors", competitors);
        forbidden = names("forbidden words", forbidden);
        if (version < 0) {
            throw new IllegalArgumentException("A version of sales terms is 0 or more, not " + version + ".");
        }
    }

    /** The same terms under another number. */
    public SalesTerms asVersion(long number) {
        return new SalesTerms(
                number,
                delivery,
                payment,
                warranty,
                validity,
                advance,
                freeDeliveryFrom,
                competitors,
                forbidden,
                competitorSeverity,
                concessionBudget,
                cui,
                account);
    }

    private static List<String> names(String what, List<String> names) {
        if (names.size() > MOST_NAMES
                || names.stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException(
                    "There are up to " + MOST_NAMES + " " + what + " of 1 to " + LONGEST_NAME + " characters each.");
        }
        return List.copyOf(names);
    }

    /**
     * How long something takes.
     *
     * @param least the shortest, 0 to {@code most}
     * @param most the longest, up to 36,500
     * @param working whether working days are meant
     */
    public record Days(int least, int most, boolean working) {
        public Days {
            if (least < 0 || most < least || most > 36_500) {
                throw new IllegalArgumentException(
                        "A time is 0 to 36500 days, the shortest first, not " + least + " to " + most + ".");
            }
        }

        /** So many days and no other number. */
        public static Days of(int days) {
            return new Days(days, days, false);
        }
    }
}
