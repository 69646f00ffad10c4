package app.cerniq.domain.guardrail;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sentence around a part of a text, in plain letters: small, without diacritics, one blank between words. */
final class Sentence {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "nr", "no", "art", "tel", "max", "min", "cca", "aprox", "approx", "incl", "excl", "pct", "pag", "cap");

    private static final List<String> BY_CUSTOMER = List.of(
            "ati propus",
            "ati oferit",
            "ati cerut",
            "ati solicitat",
            "ai propus",
            "ai oferit",
            "ai cerut",
            "propunerea dvs",
            "propunerea dumneavoastra",
            "propunerea ta",
            "contraoferta dvs",
            "contraoferta dumneavoastra",
            "oferta dvs",
            "oferta dumneavoastra",
            "cererea dvs",
            "cererea dumneavoastra",
            "pretul dorit de dvs",
            "pretul cerut de dvs",
            "you offered",
            "you proposed",
            "you asked",
            "you suggested",
            "you requested",
            "your offer",
            "your counter",
            "your proposal",
            "your request");

    private static final List<String> CONSENT = List.of(
            "accept",
            "de acord",
            "confirm",
            "aprob",
            "merge la",
            "ramane la",
            "facem",
            "putem livra",
            "oferim",
            "acordam",
            "cum ati",
            "precum ati",
            "conform",
            "pretul este",
            "pretul e ",
            "pretul va fi",
            "pretul dvs",
            "agree",
            "approve",
            "a deal",
            "can do",
            "will do",
            "done at",
            "as you",
            "price is",
            "price will be",
            "yours for");

    private static final List<String> DENIAL =
            List.of(" nu ", " n ", " not ", "cannot", " can t ", " don t ", " won t ", "unable", " fara ");

    private static final List<String> TURNS = List.of(" dar ", " insa ", " ci ", " but ", " however ", " yet ");

    /** So far before a word of consent does a denial turn it around. */
    private static final int REACH = 24;

    private final int begin;
    private final int end;
    private final String text;

    private Sentence(int begin, int end, String text) {
        this.begin = begin;
        this.end = end;
        this.text = text;
    }

    static Sentence around(String text, Span span) {
        var begin = Math.min(span.begin(), text.length());
        while (begin > 0 && !ends(text, begin - 1)) {
            begin--;
        }
        var end = Math.min(span.end(), text.length());
        while (end < text.length() && !ends(text, end)) {
            end++;
        }
        return new Sentence(begin, end, text);
    }

    /** A full stop between digits or before a letter parts no sentences: {@code 2.400}, {@code dvs.}, {@code S.R.L}. */
    private static boolean ends(String text, int at) {
        var character = text.charAt(at);
        if (character == '\n' || character == '!' || character == '?' || character == ';') {
            return true;
        }
        if (character != '.') {
            return false;
        }
        var next = at + 1;
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next == text.length()
                || Character.isUpperCase(text.codePointAt(next))
                || (Character.isDigit(text.charAt(next)) && !abbreviates(text, at));
    }

    /** Its words in plain letters. */
    String words() {
        return plain(text.substring(begin, end));
    }

    /** Whether the word before a full stop is short for another, so that the figure after it belongs to it: "nr. 5". */
    private static boolean abbreviates(String text, int stop) {
        var begin = stop;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return ABBREVIATIONS.contains(plain(text.substring(begin, stop)));
    }

    boolean holds(Span span) {
        return begin <= span.begin() && span.begin() < end;
    }

    boolean isSameAs(Sentence other) {
        return begin == other.begin && end == other.end;
    }

    /** Whether the customer is named as the one who said it, and nobody consents in the same breath. */
    boolean repeatsTheCustomer() {
        var plain = words();
        return BY_CUSTOMER.stream().anyMatch(plain::contains) && !consents(plain);
    }

    private static boolean consents(String plain) {
        for (var phrase : CONSENT) {
            for (var at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1)) {
                var before = sinceTurn(' ' + plain.substring(Math.max(0, at - REACH), at));
                if (DENIAL.stream().noneMatch(before::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is denied before a "but" is not denied after it. */
    private static String sinceTurn(String words) {
        var from = TURNS.stream().mapToInt(words::lastIndexOf).max().orElse(-1);
        return from < 0 ? words : words.substring(from + 1);
    }

    /** A text in plain letters: what is neither letter nor digit becomes one blank, what nobody sees is left out. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (var i = 0; i < decomposed.length(); i++) {
            var character = decomposed.charAt(i);
            var type = Character.getType(character);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                continue;
            }
            if (Character.isLetterOrDigit(character)) {
                plain.append(character);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
