package app.cerniq.domain.catalog;

import app.cerniq.domain.catalog.AttributeFault.Kind;
import io.vavr.control.Either;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A field of goods, and the attributes that describe them: plant protection, seed, irrigation. Definitions are added and
 * their limits changed; what a stored value is never changes under it. Limits bind what is written from then on.
 *
 * @param code unique per tenant
 * @param name 1 to 200 characters
 * @param definitions at most 100, no key twice, in the order of their keys
 * @param revision 1 when it is made, one more with every change
 */
public record ProductDomain(ProductDomainCode code, String name, List<AttributeDefinition> definitions, long revision) {

    private static final int MOST = 100;

    public ProductDomain {
        definitions = definitions.stream()
                .sorted(Comparator.comparing(AttributeDefinition::key))
                .toList();
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("The name of product domain " + code + " has 1 to 200 characters.");
        }
        if (definitions.size() > MOST) {
            throw new IllegalArgumentException(
                    "A product domain defines at most " + MOST + " attributes, not " + definitions.size() + ".");
        }
        var keys = definitions.stream().map(AttributeDefinition::key).toList();
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("An attribute is defined twice: " + keys + ".");
        }
    }

    /** A new domain. */
    public static ProductDomain of(ProductDomainCode code, String name, AttributeDefinition... definitions) {
        return new ProductDomain(code, name, List.of(definitions), 1);
    }

    public Optional<AttributeDefinition> definition(AttributeKey key) {
        return definitions.stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst();
    }

    /** This domain under another name, with these definitions added or in the place of those of the same key. */
    public Either<CatalogRefusal, ProductDomain> changed(String newName, List<AttributeDefinition> definedNow) {
        for (var next : definedNow) {
            var before = definition(next.key());
            if (before.isPresent() && !next.continues(before.get())) {
                return Either.left(new CatalogRefusal.AttributeFixed(code, before.get(), next));
            }
        }
        var changedKeys = definedNow.stream().map(AttributeDefinition::key).collect(Collectors.toSet());
        var all = new ArrayList<>(definedNow);
        definitions.stream().filter(kept -> !changedKeys.contains(kept.key())).forEach(all::add);
        return Either.right(new ProductDomain(code, newName, all, revision + 1));
    }

    /** These attributes, if this domain takes them; or everything that is wrong with them, in the order of the keys. */
    public Validation<List<AttributeFault>, Attributes> check(AttributeScope scope, Attributes attributes) {
        var faults = new ArrayList<AttributeFault>();
        for (var definition : definitions) {
            if (definition.scope() == scope) {
                attributes
                        .value(definition.key())
                        .map(definition::faultOf)
                        .orElseGet(() -> definition.isRequired() ? Optional.of(definition.missing()) : Optional.empty())
                        .ifPresent(faults::add);
            }
        }
        undefined(scope, attributes).forEach(faults::add);
        faults.sort(Comparator.comparing(AttributeFault::key));
        return faults.isEmpty() ? Validation.valid(attributes) : Validation.invalid(List.copyOf(faults));
    }

    private List<AttributeFault> undefined(AttributeScope scope, Attributes attributes) {
        var known = definitions.stream()
                .filter(definition -> definition.scope() == scope)
                .map(AttributeDefinition::key)
                .collect(Collectors.toSet());
        return undefined(
                        attributes,
                        known.isEmpty()
                                ? "none"
                                : "one of " + known.stream().sorted().toList())
                .stream()
                .filter(fault -> !known.contains(fault.key()))
                .toList();
    }

    /** Without a domain nothing is defined. */
    static Validation<List<AttributeFault>, Attributes> checkWithout(Attributes attributes) {
        return attributes.isEmpty()
                ? Validation.valid(attributes)
                : Validation.invalid(undefined(attributes, "none, because the offering has no product domain"));
    }

    private static List<AttributeFault> undefined(Attributes attributes, String accepted) {
        return attributes.values().entrySet().stream()
                .map(given -> new AttributeFault(
                        given.getKey(), Kind.UNDEFINED, given.getValue().shown(), accepted))
                .sorted(Comparator.comparing(AttributeFault::key))
                .toList();
    }
}
