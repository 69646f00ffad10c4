package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount, zero or more, with never more decimals than its currency has.
 *
 * <p>Valid range: 0 to 999,999,999,999.99 (the source schema's {@code numeric(14,2)}). There is no negative money: a
 * reversal is a document of its own.
 *
 * @param amount the amount in whole units of the currency, scaled to the currency's decimals
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** The Romanian leu. */
    public static final Currency RON = Currency.getInstance("RON");

    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    public Money {
        if (!fits(amount, currency)) {
            throw invalid(amount.toString(), currency).asException();
        }
        amount = ExactDecimal.scaled(amount, currency.getDefaultFractionDigits());
    }

    /** An amount in RON written as text, for example {@code "1234.50"}; throws on anything {@link #parse} refuses. */
    public static Money ron(String amount) {
        return new Money(new BigDecimal(amount), RON);
    }

    /** Nothing at all in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Reads a plain decimal such as {@code 1234.50}; refuses negative, over-precise, too large and other text. */
    public static Either<InvalidValue, Money> parse(String text, Currency currency) {
        return ExactDecimal.read(text)
                .filter(amount -> fits(amount, currency))
                .<Either<InvalidValue, Money>>map(amount -> Either.right(new Money(amount, currency)))
                .orElseGet(() -> Either.left(invalid(text, currency)));
    }

    private static boolean fits(BigDecimal amount, Currency currency) {
        var decimals = currency.getDefaultFractionDigits();
        return decimals >= 0 && canHold(amount) && ExactDecimal.fits(amount, decimals);
    }

    private static InvalidValue invalid(String given, Currency currency) {
        return new InvalidValue(
                "money",
                given,
                "0 to 999999999999.99 " + currency.getCurrencyCode() + " with at most "
                        + currency.getDefaultFractionDigits() + " decimals");
    }

    /** Whether an exact amount lies in the valid range, before anything is rounded or summed. */
    public static boolean canHold(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(LIMIT) < 0;
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** The difference; throws {@link IllegalArgumentException} where it would fall below zero. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** This amount times a number of units, rounded once to the smallest coin. */
    public Money times(Quantity quantity, Rounding rounding) {
        return rounded(amount.multiply(quantity.value()), rounding);
    }

    /** The given share of this amount, rounded once to the smallest coin. */
    public Money share(Percentage share, Rounding rounding) {
        return rounded(amount.multiply(share.points()).movePointLeft(2), rounding);
    }

    /** What is left of this amount after taking a share away, rounded once to the smallest coin. */
    public Money less(Percentage share, Rounding rounding) {
        return share(share.complement(), rounding);
    }

    /**
     * How far below {@code reference} this amount lies, in percent of the reference, rounded <em>up</em> to two
     * decimals so that no limit is passed by rounding; zero where this amount is not below.
     */
    public Percentage discountFrom(Money reference) {
        if (compareTo(sameCurrency(reference)) >= 0) {
            return Percentage.ZERO;
        }
        var points = reference.amount.subtract(amount).movePointRight(2).divide(reference.amount, 2, RoundingMode.UP);
        return new Percentage(points);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isBelow(Money other) {
        return compareTo(other) < 0;
    }

    /** Compares amounts of one currency; throws {@link IllegalArgumentException} for two. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money rounded(BigDecimal exact, Rounding rounding) {
        return new Money(exact.setScale(currency.getDefaultFractionDigits(), rounding.mode()), currency);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + this + " with " + other + ".");
        }
        return other;
    }
}
