package app.cerniq.domain.shared;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a slip of the finger makes of a number. */
final class Neighbours {

    private Neighbours() {}

    /** Every text that differs from this one in exactly one digit. */
    static Stream<String> byOneDigit(String text) {
        return byOneOf(text, '0', '9');
    }

    /** Every text that differs from this one in exactly one letter. */
    static Stream<String> byOneLetter(String text) {
        return byOneOf(text, 'A', 'Z');
    }

    private static Stream<String> byOneOf(String text, char first, char last) {
        return IntStream.range(0, text.length())
                .filter(at -> isWithin(text.charAt(at), first, last))
                .boxed()
                .flatMap(at -> IntStream.rangeClosed(first, last)
                        .filter(other -> other != text.charAt(at))
                        .mapToObj(other -> text.substring(0, at) + (char) other + text.substring(at + 1)));
    }

    private static boolean isWithin(char character, char first, char last) {
        return character >= first && character <= last;
    }
}
