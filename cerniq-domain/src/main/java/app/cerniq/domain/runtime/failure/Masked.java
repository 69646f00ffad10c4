package app.cerniq.domain.runtime.failure;

import java.util.List;
import java.util.regex.Pattern;

/** A text in which whatever looks like a secret or like personal data is replaced: partners echo what they were sent. */
final class Masked {

    private static final String MASK = "[masked]";

    /** What is looked for, the surest first. */
    private static final List<Pattern> SUSPECTS = List.of(
            // credentials: authorisation headers, and whatever calls itself a token, secret, password or key
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}"),
            Pattern.compile(
                    "(?i)\\b[\\w-]*(?:token|secret|passw(?:or)?d|api[_-]?key|client[_-]?id)[\\w-]*\"?\\s*[=:]\\s*"
                            + "\"?[^\\s\",;&]+"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+\\.?[A-Za-z0-9_-]*"),
            // e-mail addresses
            Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"),
            // IBAN, CNP, Romanian and international telephone numbers
            Pattern.compile("\\bRO\\d{2}[A-Z]{4}[A-Z0-9]{16}\\b"),
            Pattern.compile("\\b[1-9]\\d{12}\\b"),
            Pattern.compile("(?:\\+\\d{1,3}[ .-]?|\\b0)7\\d{2}[ .-]?\\d{3}[ .-]?\\d{3}\\b"));

    private Masked() {}

    static String text(String text) {
        var masked = text;
        for (var suspect : SUSPECTS) {
            masked = suspect.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }
}
