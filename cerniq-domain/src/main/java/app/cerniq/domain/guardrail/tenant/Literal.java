package app.cerniq.domain.guardrail.tenant;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A value that a field is compared with, checked against its form.
 *
 * @param written as it was written, 1 to 100 characters
 * @param number its whole-number form: basis points, the smallest coin, 0 or 1, the place of the state; 0 for words
 */
public record Literal(Form form, String written, long number) {

    /** The longest that is taken. */
    public static final int LONGEST = 100;

    private static final long MOST = 1_000_000;

    private static final List<NegotiationState> STATES = List.of(NegotiationState.values());

    /** Reads a value of a form; empty where it is none. */
    public static Optional<Literal> read(Form form, String written) {
        if (written.isBlank() || written.length() > LONGEST || written.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return number(form, written).map(number -> new Literal(form, written, number));
    }

    private static Optional<Long> number(Form form, String written) {
        return switch (form) {
            case NUMBER ->
                written.matches("[0-9]{1,7}")
                        ? Optional.of(Long.valueOf(written)).filter(number -> number <= MOST)
                        : Optional.empty();
            case PERCENT ->
                isShort(written)
                        ? Percentage.parse(written).toJavaOptional().map(percent -> (long) percent.basisPoints())
                        : Optional.empty();
            case MONEY ->
                isShort(written)
                        ? Money.parse(written, Money.RON)
                                .toJavaOptional()
                                .map(money -> money.amount().unscaledValue().longValueExact())
                        : Optional.empty();
            case BOOLEAN ->
                written.equals("true") || written.equals("false")
                        ? Optional.of(written.equals("true") ? 1L : 0L)
                        : Optional.empty();
            case STATE ->
                Arrays.stream(NegotiationState.values())
                        .filter(state -> state.name().equals(written))
                        .map(state -> Literal.place(state))
                        .findFirst();
            case WORDS -> Condition.plain(written).isBlank() ? Optional.empty() : Optional.of(0L);
        };
    }

    /** Before anything is made of it: a number of a million digits is refused by its length alone. */
    private static boolean isShort(String written) {
        return written.matches("[0-9]{1,12}(\\.[0-9]{1,2})?");
    }

    /** The place of a state in the order of the schema document, from 0. */
    public static long place(NegotiationState state) {
        return STATES.indexOf(state);
    }

    /** What a form accepts, as a sentence. */
    public static String accepted(Form form) {
        return switch (form) {
            case NUMBER -> "a whole number from 0 to 1000000";
            case PERCENT -> "percent points from 0 to 100 with at most 2 decimals";
            case MONEY -> "an amount from 0 to 999999999999.99";
            case BOOLEAN -> "true or false";
            case STATE -> "one of " + Arrays.toString(NegotiationState.values());
            case WORDS -> "words of up to " + LONGEST + " characters, without control characters";
        };
    }
}
