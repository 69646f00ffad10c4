package app.cerniq.domain.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The languages in which deals are made. */
public enum Language {
    RO(Set.of(
            "și",
            "si",
            "nu",
            "da",
            "la",
            "de",
            "pe",
            "cu",
            "că",
            "ca",
            "este",
            "sunt",
            "pentru",
            "vă",
            "va",
            "bună",
            "buna",
            "ziua",
            "mulțumesc",
            "multumesc",
            "mulțumim",
            "preț",
            "pret",
            "prețul",
            "pretul",
            "cât",
            "cat",
            "costă",
            "costa",
            "vreau",
            "doresc",
            "aș",
            "vrea",
            "avem",
            "aveți",
            "aveti",
            "stoc",
            "reducere",
            "ofertă",
            "oferta",
            "tone",
            "tonă",
            "bucăți",
            "livrare",
            "plată",
            "plata",
            "acum",
            "și-a",
            "mai",
            "din",
            "un",
            "o",
            "despre",
            "putem",
            "puteți",
            "îmi",
            "imi",
            "ne",
            "coleg")),
    EN(Set.of(
            "the",
            "and",
            "is",
            "are",
            "you",
            "your",
            "for",
            "of",
            "to",
            "we",
            "our",
            "have",
            "has",
            "with",
            "price",
            "what",
            "how",
            "much",
            "hello",
            "hi",
            "thanks",
            "thank",
            "please",
            "would",
            "like",
            "can",
            "offer",
            "discount",
            "stock",
            "delivery",
            "payment",
            "now",
            "in",
            "on",
            "at",
            "this",
            "that",
            "it",
            "do",
            "does",
            "not",
            "yes",
            "colleague",
            "will",
            "be",
            "a",
            "an",
            "about",
            "i",
            "my"));

    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'-]*");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> common;

    Language(Set<String> common) {
        this.common = common;
    }

    /** The code of ISO 639-1, for example {@code ro}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language that most of the words belong to which only one of them has; empty where that is nobody's. Words are
     * compared as a whole: "este" in "western" says nothing (B33).
     */
    public static Optional<Language> of(String text) {
        var balance = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .limit(500)
                .mapToInt(word -> weight(word.group()))
                .sum();
        return balance == 0 ? Optional.empty() : Optional.of(balance > 0 ? RO : EN);
    }

    private static int weight(String word) {
        return (RO.common.contains(word) ? 1 : 0) - (EN.common.contains(word) ? 1 : 0);
    }
}
