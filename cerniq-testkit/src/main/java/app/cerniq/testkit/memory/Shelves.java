package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Assortment;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.ports.catalog.CatalogueCommit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole catalogue of one tenant, immutable: the next one is made of this one and a commit. */
record Shelves(
        Map<ProductDomainCode, ProductDomain> domains,
        Map<OfferingCode, Offering> offerings,
        Map<Sku, Variant> variants,
        Map<SalesChannelCode, SalesChannel> channels,
        Map<PriceListCode, PriceList> priceLists,
        Map<Sku, List<PriceHistory>> prices,
        Map<Sku, List<Substitute>> substitutes) {

    /** What a tenant that is not set up has. */
    static final Shelves NONE = new Shelves(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** What a tenant begins with. */
    static final Shelves FRESH = new Shelves(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(SalesChannelCode.DIRECT, SalesChannel.direct()),
            Map.of(),
            Map.of(),
            Map.of());

    /** With all of a commit; empty where it rests on something that is not so any more. */
    Optional<Shelves> with(CatalogueCommit commit) {
        var isCurrent = follow(domains, commit.domains(), ProductDomain::code, ProductDomain::revision)
                && follow(offerings, commit.offerings(), Offering::code, Offering::revision)
                && follow(variants, commit.variants(), Variant::sku, Variant::revision)
                && follow(channels, commit.channels(), SalesChannel::code, SalesChannel::revision)
                && follow(priceLists, commit.priceLists(), PriceList::code, PriceList::revision)
                && commit.prices().stream()
                        .allMatch(change -> history(change.before()).equals(change.before()));
        return isCurrent ? Optional.of(after(commit)).filter(Shelves::isWithoutTies) : Optional.empty();
    }

    private static <K, V> boolean follow(
            Map<K, V> there, List<V> next, Function<V, K> key, ToLongFunction<V> revision) {
        return next.stream().allMatch(one -> {
            var before = Optional.ofNullable(there.get(key.apply(one)));
            return revision.applyAsLong(one)
                    == before.map(revision::applyAsLong).orElse(0L) + 1;
        });
    }

    private PriceHistory history(PriceHistory like) {
        return prices.getOrDefault(like.sku(), List.of()).stream()
                .filter(history -> history.list().equals(like.list()))
                .findFirst()
                .orElseGet(() -> PriceHistory.none(like.list(), like.sku()));
    }

    private Shelves after(CatalogueCommit commit) {
        var nextPrices = new HashMap<>(prices);
        commit.prices()
                .forEach(change -> nextPrices.merge(change.next().sku(), List.of(change.next()), Shelves::replacing));
        var nextSubstitutes = new HashMap<>(substitutes);
        nextSubstitutes.putAll(commit.substitutes());
        nextSubstitutes.values().removeIf(List::isEmpty);
        return new Shelves(
                merged(domains, commit.domains(), ProductDomain::code),
                merged(offerings, commit.offerings(), Offering::code),
                merged(variants, commit.variants(), Variant::sku),
                merged(channels, commit.channels(), SalesChannel::code),
                merged(priceLists, commit.priceLists(), PriceList::code),
                Map.copyOf(nextPrices),
                Map.copyOf(nextSubstitutes));
    }

    private static <K, V> Map<K, V> merged(Map<K, V> there, List<V> next, Function<V, K> key) {
        var all = new HashMap<>(there);
        next.forEach(one -> all.put(key.apply(one), one));
        return Map.copyOf(all);
    }

    /** Histories of one SKU, with one in the place of that of the same list; in the order of the lists. */
    private static List<PriceHistory> replacing(List<PriceHistory> there, List<PriceHistory> next) {
        var lists = next.stream().map(PriceHistory::list).collect(Collectors.toSet());
        return Stream.concat(there.stream().filter(history -> !lists.contains(history.list())), next.stream())
                .sorted(Comparator.comparing(PriceHistory::list))
                .toList();
    }

    private boolean isWithoutTies() {
        return priceLists.values().stream()
                .allMatch(list -> list.beside(priceLists.values()).isRight());
    }

    /** What is needed to say what these SKUs cost. */
    Assortment of(Set<Sku> skus) {
        var found = variants.keySet().stream()
                .filter(skus::contains)
                .collect(Collectors.toMap(Function.identity(), variants::get));
        return new Assortment(
                found,
                offerings,
                List.copyOf(channels.values()),
                List.copyOf(priceLists.values()),
                skus.stream()
                        .flatMap(sku -> prices.getOrDefault(sku, List.of()).stream())
                        .toList());
    }
}
