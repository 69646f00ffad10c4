package app.cerniq.domain.guardrail;

import java.util.List;

/** Words that promise something wherever the customer may be. */
final class Anywhere {

    private static final List<String> WORDS = List.of(
            "oriunde",
            "in toata tara",
            "in orice localitate",
            "peste tot",
            "pentru oricine",
            "orice comanda",
            "mereu",
            "intotdeauna",
            "anywhere",
            "everywhere",
            "nationwide",
            "worldwide",
            "any order",
            "always");

    private Anywhere() {}

    static boolean in(String words) {
        var plain = Sentence.plain(words);
        return WORDS.stream().anyMatch(plain::contains);
    }
}
