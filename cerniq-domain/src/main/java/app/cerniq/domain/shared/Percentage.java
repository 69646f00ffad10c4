package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.math.BigDecimal;

/**
 * A share of a whole in percent points: {@code 12.50} means 12.5 %, never 0.125.
 *
 * @param points 0 to 100 with at most two decimals
 */
public record Percentage(BigDecimal points) implements Comparable<Percentage> {

    private static final int DECIMALS = 2;

    public static final Percentage ZERO = new Percentage(BigDecimal.ZERO);
    public static final Percentage HUNDRED = new Percentage(BigDecimal.valueOf(100));

    public Percentage {
        if (!fits(points)) {
            throw invalid(points.toString()).asException();
        }
        points = ExactDecimal.scaled(points, DECIMALS);
    }

    /** Percent points written as text, for example {@code "12.5"}; throws on anything {@link #parse} refuses. */
    public static Percentage of(String points) {
        return new Percentage(new BigDecimal(points));
    }

    public static Percentage ofBasisPoints(int basisPoints) {
        return new Percentage(BigDecimal.valueOf(basisPoints, 2));
    }

    /** Reads percent points such as {@code 12.5}, without a sign for percent. */
    public static Either<InvalidValue, Percentage> parse(String text) {
        return ExactDecimal.read(text)
                .filter(Percentage::fits)
                .<Either<InvalidValue, Percentage>>map(points -> Either.right(new Percentage(points)))
                .orElseGet(() -> Either.left(invalid(text)));
    }

    private static boolean fits(BigDecimal points) {
        return points.signum() >= 0
                && points.compareTo(BigDecimal.valueOf(100)) <= 0
                && ExactDecimal.fits(points, DECIMALS);
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("percentage", given, "0 to 100 percent points with at most 2 decimals");
    }

    /** Hundredths of a percent point, 0 to 10,000: the whole-number form that rules compare. */
    public int basisPoints() {
        return points.movePointRight(2).intValueExact();
    }

    /** What is missing to the whole. */
    public Percentage complement() {
        return new Percentage(BigDecimal.valueOf(100).subtract(points));
    }

    public boolean exceeds(Percentage other) {
        return compareTo(other) > 0;
    }

    public Percentage max(Percentage other) {
        return exceeds(other) ? this : other;
    }

    @Override
    public int compareTo(Percentage other) {
        return points.compareTo(other.points);
    }

    @Override
    public String toString() {
        return points.stripTrailingZeros().toPlainString() + " %";
    }
}
