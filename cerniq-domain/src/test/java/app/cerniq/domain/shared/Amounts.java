package app.cerniq.domain.shared;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Amounts, shares and quantities of every size. */
public final class Amounts {

    private static final long MOST_BANI = 99_999_999_999_999L;
    private static final long MOST_THOUSANDTHS = 999_999_999_999L;

    private Amounts() {}

    /** Every amount in lei that there is. */
    public static Arbitrary<Money> anyRon() {
        return ronUpTo(MOST_BANI);
    }

    /** Amounts from zero up to a number of bani. */
    public static Arbitrary<Money> ronUpTo(long bani) {
        return Arbitraries.longs().between(0, bani).map(Amounts::bani);
    }

    public static Money bani(long bani) {
        return new Money(BigDecimal.valueOf(bani, 2), Money.RON);
    }

    /** Every percentage that there is. */
    public static Arbitrary<Percentage> anyPercentage() {
        return Arbitraries.integers().between(0, 10_000).map(Percentage::ofBasisPoints);
    }

    /** Every quantity in kilograms that there is. */
    public static Arbitrary<Quantity> anyKilograms() {
        return kilogramsUpTo(MOST_THOUSANDTHS);
    }

    /** Quantities from one gram up to a number of grams. */
    public static Arbitrary<Quantity> kilogramsUpTo(long grams) {
        return Arbitraries.longs()
                .between(1, grams)
                .map(number -> new Quantity(BigDecimal.valueOf(number, 3), Unit.KILOGRAM));
    }
}
