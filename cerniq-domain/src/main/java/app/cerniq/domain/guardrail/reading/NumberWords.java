package app.cerniq.domain.guardrail.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that numbers are made of, in Romanian and English, in the form that {@link Folded} gives. */
final class NumberWords {

    /** How many letters the longest has. */
    static final int LONGEST = 13;

    /**
     * @param value what it stands for
     */
    record Word(Kind kind, long value) {}

    enum Kind {
        /** 1, where it may as well be an article or a pronoun. */
        ARTICLE,
        DIGIT,
        /** 10 to 19. */
        TEEN,
        /** 20, 30 … 90. */
        TENS,
        HUNDRED,
        /** 1,000 and more. */
        SCALE,
        DOZEN,
        /** Only after a figure in digits: {@code 3k}. */
        SUFFIX
    }

    private static final Map<String, Word> WORDS = new HashMap<>();
    private static final Set<String> BEGINNINGS = new HashSet<>();

    static {
        all(Kind.ARTICLE, 1, "un o unu una unul a an one");
        all(Kind.DIGIT, 0, "zero nula");
        all(Kind.DIGIT, 2, "doi doua two");
        all(Kind.DIGIT, 3, "trei three");
        all(Kind.DIGIT, 4, "patru four");
        all(Kind.DIGIT, 5, "cinci five");
        all(Kind.DIGIT, 6, "sase six");
        all(Kind.DIGIT, 7, "sapte seven");
        all(Kind.DIGIT, 8, "opt eight");
        all(Kind.DIGIT, 9, "noua nine");
        all(Kind.TEEN, 10, "zece ten");
        all(Kind.TEEN, 11, "unsprezece unspe unspre eleven");
        all(Kind.TEEN, 12, "doisprezece douasprezece doispe douaspe twelve");
        all(Kind.TEEN, 13, "treisprezece treispe thirteen");
        all(Kind.TEEN, 14, "paisprezece patrusprezece paispe fourteen");
        all(Kind.TEEN, 15, "cincisprezece cinsprezece cinspe cincispe fifteen");
        all(Kind.TEEN, 16, "saisprezece sasesprezece saispe sixteen");
        all(Kind.TEEN, 17, "saptesprezece saptisprezece saptespe saptispe seventeen");
        all(Kind.TEEN, 18, "optsprezece optisprezece optspe optispe eighteen");
        all(Kind.TEEN, 19, "nouasprezece nouaspe nineteen");
        all(Kind.TENS, 20, "douazeci douaj twenty");
        all(Kind.TENS, 30, "treizeci treij thirty");
        all(Kind.TENS, 40, "patruzeci patruj forty fourty");
        all(Kind.TENS, 50, "cincizeci cinzeci cincij fifty");
        all(Kind.TENS, 60, "saizeci sasezeci saij sixty");
        all(Kind.TENS, 70, "saptezeci saptej seventy");
        all(Kind.TENS, 80, "optzeci optj eighty");
        all(Kind.TENS, 90, "nouazeci nouaj ninety");
        all(Kind.HUNDRED, 100, "suta sute hundred hundreds");
        all(Kind.SCALE, 1_000, "mie mii thousand thousands");
        all(Kind.SCALE, 1_000_000, "milion milioane million millions");
        all(Kind.SCALE, 1_000_000_000, "miliard miliarde billion billions");
        all(Kind.DOZEN, 12, "duzina duzini dozen dozens");
        all(Kind.SUFFIX, 1_000, "k");
        all(Kind.SUFFIX, 1_000_000, "mil mio mln mill");
        all(Kind.SUFFIX, 1_000_000_000, "mld bn");
        for (var word : WORDS.keySet()) {
            if (word.length() >= 3) {
                BEGINNINGS.add(word.substring(0, 3));
            }
        }
        BEGINNINGS.addAll(Set.of("osu", "omi", "unm", "ahu", "ath", "ami"));
    }

    private NumberWords() {}

    private static void all(Kind kind, long value, String words) {
        for (var word : words.split(" ", -1)) {
            WORDS.put(word, new Word(kind, value));
        }
    }

    static @Nullable Word of(Token token) {
        return token.word() ? WORDS.get(token.text()) : null;
    }

    static boolean knows(String word) {
        return WORDS.containsKey(word);
    }

    /** Whether a word of these first letters can be a numeral at all; most words cannot. */
    static boolean mayBegin(String word) {
        return BEGINNINGS.contains(word.substring(0, 3));
    }
}
