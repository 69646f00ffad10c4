package app.cerniq.domain.guardrail.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many patterns, looked up by the first letters of the word they begin with. */
final class Patterns<T> {

    private static final int KEY = 2;

    private record Known<T>(Pattern pattern, T meaning) {}

    /** @param end the token after it */
    record Hit<T>(int end, T meaning) {}

    private final Map<String, List<Known<T>>> known = new HashMap<>();

    Patterns<T> with(T meaning, String... patterns) {
        for (var text : patterns) {
            var pattern = new Pattern(text);
            pattern.beginnings().stream()
                    .map(Patterns::key)
                    .distinct()
                    .forEach(key ->
                            known.computeIfAbsent(key, any -> new ArrayList<>()).add(new Known<>(pattern, meaning)));
        }
        return this;
    }

    private static String key(String word) {
        return word.length() <= KEY ? word : word.substring(0, KEY);
    }

    /** The longest pattern that begins with a token, the first of equals; null where none does. */
    @Nullable
    Hit<T> at(Tokens tokens, int at) {
        var candidates = known.get(key(tokens.at(at).text()));
        if (candidates == null) {
            return null;
        }
        Hit<T> best = null;
        for (var candidate : candidates) {
            var end = candidate.pattern().end(tokens, at);
            if (end > 0 && (best == null || end > best.end())) {
                best = new Hit<>(end, candidate.meaning());
            }
        }
        return best;
    }
}
