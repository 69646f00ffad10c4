package app.cerniq.domain.guardrail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that show that a text obeys or repeats instructions that somebody hid in what the model was given. */
public final class SmuggledInstructions {

    /** In plain letters: small, without diacritics, blanks for everything else. */
    private static final List<String> TELL_TALES = List.of(
            "ignore previous instructions",
            "ignore all previous",
            "ignore the above",
            "ignore your instructions",
            "disregard previous",
            "disregard the above",
            "disregard all",
            "forget previous instructions",
            "forget your instructions",
            "as an ai",
            "as a language model",
            "i am an ai language model",
            "large language model",
            "system prompt",
            "system message",
            "developer message",
            "my instructions are",
            "my instructions say",
            "i was instructed to",
            "jailbreak",
            "developer mode",
            "begin system",
            "im start",
            "im end",
            "ignora instructiunile",
            "ignorati instructiunile",
            "ignor instructiunile",
            "ignora toate instructiunile",
            "ignora regulile",
            "ignora tot ce",
            "uita instructiunile",
            "conform noilor instructiuni",
            "conform instructiunilor primite",
            "conform instructiunilor ascunse",
            "instructiunile mele",
            "instructiuni de sistem",
            "promptul de sistem",
            "prompt de sistem",
            "mesajul de sistem",
            "mod dezvoltator",
            "ca model lingvistic",
            "ca model de limbaj",
            "model lingvistic",
            "ca inteligenta artificiala");

    /** To set rules aside, in any form of the verb: "ignor", "am ignorat", "ignoring", "uit", "let us forget". */
    private static final String SETTING_ASIDE =
            " (?:ignor\\w*|uit|uita|uitat|uitati|uitand|disregard\\w*|forget\\w*|forgot\\w*|overrid\\w*|bypass\\w*"
                    + "|incalc\\w*|ocol\\w*|dezactiv\\w*|disabl\\w*)";

    private static final String RULES =
            "(?:instruc\\w*|regul\\w*|rules?|guidelines?|restric\\w*|directiv\\w*|verific\\w*|checks?|prompt\\w*)";

    /** Rules that are set aside, in either order; so few words between that both belong together. */
    private static final Pattern OBEYED = Pattern.compile(SETTING_ASIDE + "(?: \\w+){0,4} " + RULES + " | " + RULES
            + " (?:\\w+ ){0,3}(?:au fost |sunt |are |were )(?:dezactivat\\w*|ignorat\\w*|disabled|lifted|ignored) | (?:fara|without"
            + "|no) (?:nicio |any )?(?:restrictii|restrictions|guardrails) | mod(?:ul|e)? (?:dan|developer|dezvoltator|fara restrictii) "
            + "| dan mode | (?:no|fara) (?:authority )?limits? apply ");

    /** What only machines say to one another: roles in brackets or before a colon, notes that are not for the customer. */
    private static final Pattern ROLES = Pattern.compile(
            "(?i)[<\\[{|]\\s*/?\\s*(?:system|sistem|assistant|developer|inst|instruc\\p{L}+[^>\\]}|]{0,20}|internal[^>\\]}|]{0,20})"
                    + "\\s*[>\\]}|:]|(?:^|[\\n.!?*•-])\\s*(?:system|sistem|assistant|developer)\\s*:");

    /** One of them stands in whatever {@link #OBEYED} finds, so most texts need not be searched at all. */
    private static final List<String> NEEDED_TO_OBEY = List.of(
            "instruc",
            "regul",
            "rule",
            "guid",
            "restric",
            "directiv",
            "verific",
            "check",
            "prompt",
            "guardrail",
            " dan ",
            "developer",
            "dezvoltator",
            "limit");

    /** The same for {@link #ROLES}. */
    private static final List<String> NEEDED_FOR_ROLES =
            List.of("system", "sistem", "assistant", "developer", "inst", "internal");

    private SmuggledInstructions() {}

    /** The first of them in a text, if any is. */
    public static Optional<String> in(String text) {
        return in(text, PlainText.of(text));
    }

    /** The same, where {@link PlainText} of the text is at hand. */
    public static Optional<String> in(String text, String plain) {
        return TELL_TALES.stream()
                .filter(words -> plain.contains(' ' + words))
                .findFirst()
                .or(() -> found(OBEYED, NEEDED_TO_OBEY, plain, plain))
                .or(() -> found(ROLES, NEEDED_FOR_ROLES, text, plain));
    }

    private static Optional<String> found(Pattern pattern, List<String> needed, String text, String plain) {
        if (needed.stream().noneMatch(plain::contains)) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }
}
