package app.cerniq.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimals as people write them and as values keep them: no exponents, nothing lost. */
final class ExactDecimal {

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?");

    private ExactDecimal() {}

    /** The number behind plain digits with at most one point; empty for a sign, an exponent and any other text. */
    static Optional<BigDecimal> read(String text) {
        var stripped = text.strip();
        return PLAIN.matcher(stripped).matches() ? Optional.of(new BigDecimal(stripped)) : Optional.empty();
    }

    /** Whether a number needs no more than so many decimals. */
    static boolean fits(BigDecimal number, int decimals) {
        return number.scale() <= decimals || number.stripTrailingZeros().scale() <= decimals;
    }

    /** The same number with exactly so many decimals. A zero is taken apart: its scale may be beyond computing. */
    static BigDecimal scaled(BigDecimal number, int decimals) {
        return (number.signum() == 0 ? BigDecimal.ZERO : number).setScale(decimals, RoundingMode.UNNECESSARY);
    }
}
