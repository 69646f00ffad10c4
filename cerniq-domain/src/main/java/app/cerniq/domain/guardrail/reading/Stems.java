package app.cerniq.domain.guardrail.reading;

import java.util.List;

/** What is left of a word without the endings that Romanian and English nouns take: one form for "uree" and "ureei". */
final class Stems {

    private static final List<String> ENDINGS = List.of("ului", "ilor", "elor", "ul", "lui", "lor", "le");
    private static final int SHORTEST = 3;

    private Stems() {}

    static String of(String word) {
        var end = word.length();
        if (end > 5) {
            for (var ending : ENDINGS) {
                if (word.endsWith(ending) && end - ending.length() >= 4) {
                    end -= ending.length();
                    break;
                }
            }
        }
        if (end > 4 && word.charAt(end - 1) == 's') {
            end--;
        }
        while (end > SHORTEST && "aeiou".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }
}
