package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.Attributes;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingVersion;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.ports.catalog.search.MatchQuestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goods as a search sees them.
 *
 * @param text name and description
 * @param words each with the weight of the best place that it stands in
 */
record Findable(
        Sku sku, Optional<ProductDomainCode> domain, Attributes attributes, String text, Map<String, Double> words) {

    private static final double NAME = 1.0;
    private static final double ATTRIBUTE = 0.4;
    private static final double DESCRIPTION = 0.2;

    /** Everything that can be found: not archived, of an offering in use that has an active version. */
    static Stream<Findable> all(Shelves shelves) {
        return shelves.variants().values().stream()
                .filter(variant -> variant.archived().isEmpty())
                .flatMap(variant -> {
                    var offering = Objects.requireNonNull(shelves.offerings().get(variant.offering()));
                    return offering.archived().isPresent()
                            ? Stream.empty()
                            : offering.active().stream().map(version -> of(shelves, variant, offering, version));
                });
    }

    private static Findable of(Shelves shelves, Variant variant, Offering offering, OfferingVersion version) {
        var content = version.content();
        var attributes = new HashMap<>(content.attributes().values());
        attributes.putAll(variant.attributes().values());
        var category = offering.domain()
                .flatMap(code -> Optional.ofNullable(shelves.domains().get(code)))
                .map(ProductDomain::name)
                .orElse("");
        var texts = attributes.values().stream()
                .flatMap(
                        value -> value instanceof AttributeValue.Text words ? Stream.of(words.value()) : Stream.empty())
                .collect(Collectors.joining(" "));
        var words = new HashMap<String, Double>();
        weigh(words, content.description(), DESCRIPTION);
        weigh(words, category + " " + texts, ATTRIBUTE);
        weigh(words, variant.name() + " " + content.name() + " " + variant.sku(), NAME);
        return new Findable(
                variant.sku(),
                offering.domain(),
                new Attributes(attributes),
                variant.name() + ". " + content.description(),
                Map.copyOf(words));
    }

    private static void weigh(Map<String, Double> words, String text, double weight) {
        SearchText.wordsOf(text).forEach(word -> words.put(WordForms.stem(word), weight));
    }

    /** Whether it is of the domain that is asked for, and meets the conditions. */
    boolean meets(MatchQuestion question) {
        return (question.domain().isEmpty() || domain.equals(question.domain()))
                && question.conditions().stream().allMatch(condition -> condition.isMetBy(attributes));
    }
}
