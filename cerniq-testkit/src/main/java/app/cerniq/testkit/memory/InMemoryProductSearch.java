package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.Match;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.ProductSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

final class InMemoryProductSearch implements ProductSearch {

    private static final int SHORTEST_GUESS = 3;
    private static final int MOST_BEGINNINGS = 20;
    private static final int MOST_ALIKE = 5;
    private static final double LEAST_LIKENESS = 0.4;
    private static final double NEAR_THE_BEST = 0.8;

    /** Words of the goods that stand for a word that was typed. */
    private record Meant(List<String> words, boolean isAlike) {}

    private record Scored(Sku sku, double score) {}

    private final InMemoryCatalogue catalogue;

    InMemoryProductSearch(InMemoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Matches matches(MatchQuestion question, int most) {
        var goods = Findable.all(catalogue.of(question.tenant())).toList();
        var known = goods.stream()
                .flatMap(one -> one.words().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var meant = question.text().words().stream()
                .map(word -> meant(word, known))
                .filter(found -> !found.words().isEmpty())
                .toList();
        if (meant.isEmpty()) {
            return Matches.none(Kind.KEYWORD);
        }
        var found = goods.stream()
                .filter(one -> one.meets(question))
                .filter(one ->
                        meant.stream().allMatch(any -> any.words().stream().anyMatch(one.words()::containsKey)))
                .map(one -> new Scored(one.sku(), score(one, meant)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::sku))
                .toList();
        var kind = meant.stream().anyMatch(Meant::isAlike) ? Kind.TYPO : Kind.KEYWORD;
        return new Matches(kind, placed(found).subList(0, Math.min(most, found.size())), found.size() <= most);
    }

    private static Meant meant(String word, Set<String> known) {
        var stem = WordForms.stem(word);
        if (known.contains(stem) || word.length() < SHORTEST_GUESS) {
            return new Meant(known.contains(stem) ? List.of(stem) : List.of(), false);
        }
        var begun = some(known, other -> other.startsWith(word), MOST_BEGINNINGS);
        if (!begun.isEmpty()) {
            return new Meant(begun, false);
        }
        var alike = word.chars().allMatch(Character::isDigit) ? List.<String>of() : alike(stem, known);
        return alike.isEmpty()
                ? new Meant(some(known, other -> other.contains(word), MOST_BEGINNINGS), false)
                : new Meant(alike, true);
    }

    private static List<String> some(Set<String> known, Predicate<String> fits, int most) {
        return known.stream().filter(fits).limit(most).toList();
    }

    private static List<String> alike(String word, Set<String> known) {
        var nearest = known.stream()
                .filter(other -> WordForms.likeness(word, other) >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble((String other) -> WordForms.likeness(word, other))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_ALIKE)
                .toList();
        return nearest.stream()
                .filter(other ->
                        WordForms.likeness(word, other) >= NEAR_THE_BEST * WordForms.likeness(word, nearest.get(0)))
                .toList();
    }

    private static double score(Findable one, List<Meant> meant) {
        return meant.stream()
                .flatMap(any -> any.words().stream())
                .distinct()
                .mapToDouble(word -> one.words().getOrDefault(word, 0.0))
                .sum();
    }

    private static List<Match> placed(List<Scored> found) {
        var placed = new ArrayList<Match>();
        var place = 0;
        for (var i = 0; i < found.size(); i++) {
            if (i == 0 || found.get(i).score() < found.get(i - 1).score()) {
                place++;
            }
            placed.add(new Match(found.get(i).sku(), place));
        }
        return placed;
    }
}
