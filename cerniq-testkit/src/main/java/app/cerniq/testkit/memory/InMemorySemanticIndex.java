package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.Match;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.SemanticIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

final class InMemorySemanticIndex implements SemanticIndex {

    private final InMemoryCatalogue catalogue;
    private final Map<TenantId, Map<Sku, Learnt>> all = new ConcurrentHashMap<>();

    InMemorySemanticIndex(InMemoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public Matches nearest(MatchQuestion question, Embedding meaning, int most) {
        var known = all.getOrDefault(question.tenant(), Map.of());
        var near = Findable.all(catalogue.of(question.tenant()))
                .filter(one -> one.meets(question))
                .map(Findable::sku)
                .filter(sku -> Optional.ofNullable(known.get(sku))
                        .filter(learnt -> learnt.meaning().dimension() == meaning.dimension())
                        .isPresent())
                .sorted(Comparator.comparingDouble((Sku sku) ->
                                Objects.requireNonNull(known.get(sku)).meaning().likeness(meaning))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        var best = IntStream.range(0, Math.min(most, near.size()))
                .mapToObj(i -> new Match(near.get(i), i + 1))
                .toList();
        return new Matches(Kind.SEMANTIC, best, near.size() <= most);
    }

    @Override
    public List<Description> missing(TenantId tenant, int most) {
        var known = all.getOrDefault(tenant, Map.of());
        return Findable.all(catalogue.of(tenant))
                .map(one -> new Description(one.sku(), one.text()))
                .filter(now -> Optional.ofNullable(known.get(now.sku()))
                        .filter(learnt -> learnt.description().equals(now))
                        .isEmpty())
                .sorted(Comparator.comparing(Description::sku))
                .limit(most)
                .toList();
    }

    @Override
    public void keep(TenantId tenant, List<Learnt> learnt) {
        var known = all.computeIfAbsent(tenant, id -> new ConcurrentHashMap<>());
        learnt.forEach(one -> known.put(one.description().sku(), one));
    }
}
