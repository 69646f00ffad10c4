package app.cerniq.domain.guardrail.reading;

/** Numerals written as one word, such as {@code douămii} or {@code twentyfive}, taken apart. */
final class Compounds {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 80;

    private Compounds() {}

    /** Where the parts of a word end; the word's own length alone where it is not put together. */
    static int[] cuts(String word) {
        if (word.length() < SHORTEST
                || word.length() > LONGEST
                || !NumberWords.mayBegin(word)
                || NumberWords.knows(word)) {
            return new int[] {word.length()};
        }
        // best[i]: where the last part of the first i letters begins, or -1
        var best = new int[word.length() + 1];
        for (int end = 1; end <= word.length(); end++) {
            best[end] = -1;
            for (int begin = Math.max(0, end - NumberWords.LONGEST); begin < end; begin++) {
                if ((begin == 0 || best[begin] >= 0) && part(word.substring(begin, end), begin, end == word.length())) {
                    best[end] = begin;
                    break;
                }
            }
        }
        if (best[word.length()] <= 0) {
            return new int[] {word.length()};
        }
        var count = 0;
        for (int end = word.length(); end > 0; end = best[end]) {
            count++;
        }
        var cuts = new int[count];
        for (int end = word.length(); end > 0; end = best[end]) {
            cuts[--count] = end;
        }
        return cuts;
    }

    private static boolean part(String letters, int begin, boolean last) {
        if (letters.equals("si") || letters.equals("de") || letters.equals("and")) {
            return begin > 0 && !last;
        }
        if (letters.equals("o") || letters.equals("un") || letters.equals("a")) {
            return begin == 0;
        }
        return (letters.length() >= 3 && NumberWords.knows(letters))
                || (last
                        && begin > 0
                        && letters.length() >= 3
                        && (Words.currency(letters) != null || Words.unit(letters) != null));
    }
}
