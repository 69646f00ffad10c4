package app.cerniq.domain.catalog.search;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed to find goods. Any characters are taken for what they are: none of them is a command.
 *
 * @param value 1 to 200 characters that say something
 */
public record SearchText(String value) {

    /** The longest text, in characters. */
    public static final int LONGEST = 200;

    /** More words than these are not looked at. */
    private static final int MOST_WORDS = 16;

    /** Words of a sentence that no goods are told apart by; PostgreSQL brings no such list for Romanian. */
    private static final Set<String> UNSAYING = Set.of(
            "a", "al", "ale", "ai", "care", "ce", "cu", "de", "din", "este", "fara", "in", "la", "o", "pe", "pentru",
            "sa", "sau", "si", "sunt", "un", "vreau");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public SearchText {
        if (!isSound(value)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads a text and strips surrounding white space. */
    public static Either<InvalidValue, SearchText> parse(String text) {
        var stripped = text.strip();
        return isSound(stripped) ? Either.right(new SearchText(stripped)) : Either.left(invalid(text));
    }

    private static boolean isSound(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    }

    private static InvalidValue invalid(String given) {
        var shown = given.length() > LONGEST
                ? given.substring(0, LONGEST) + "… (" + given.length() + " characters)"
                : given.replace("\0", "\\0");
        return new InvalidValue("search text", shown, "1 to " + LONGEST + " characters, not all of them blank");
    }

    /** The words that say something, plain, each once, in the order of the text; empty where none does. */
    public List<String> words() {
        return wordsOf(value).stream()
                .filter(word -> !UNSAYING.contains(word))
                .limit(MOST_WORDS)
                .toList();
    }

    /**
     * The words of any text without regard to case and diacritics, each once: {@code Şurub}, {@code Șurub} and {@code
     * surub} are the same. Whatever is no letter and no digit parts words.
     */
    public static List<String> wordsOf(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
