package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.Sku;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The price rules of a tenant, each in its latest version.
 *
 * @param rules sorted by id, at most one version of each
 */
public record PriceBook(List<PriceRule> rules) {

    public PriceBook {
        rules = rules.stream()
                .sorted(Comparator.comparing(rule -> rule.id().value()))
                .toList();
    }

    /** A new rule or the next version of one, if nothing else says what it says. */
    public Either<PriceRuleRefusal, PriceRule> accept(PriceRule rule) {
        var next = find(rule.id()).map(current -> current.version() + 1).orElse(1);
        if (rule.version() != next) {
            return Either.left(new PriceRuleRefusal.RuleChanged(rule.id(), rule.version(), next));
        }
        return rules.stream()
                .filter(rule::isAmbiguousWith)
                .findFirst()
                .<Either<PriceRuleRefusal, PriceRule>>map(
                        other -> Either.left(new PriceRuleRefusal.AmbiguousRule(rule, other)))
                .orElseGet(() -> Either.right(rule));
    }

    /** The version that takes a rule out of use, if it is in use. */
    public Either<PriceRuleRefusal, PriceRule> retire(PriceRuleId id) {
        return find(id).filter(rule -> !rule.retired())
                .<Either<PriceRuleRefusal, PriceRule>>map(rule -> Either.right(rule.retire()))
                .orElseGet(() -> Either.left(new PriceRuleRefusal.NoSuchRule(id)));
    }

    /** This book with a version in the place of the one before it. */
    public PriceBook with(PriceRule version) {
        return new PriceBook(Stream.concat(
                        rules.stream().filter(rule -> !rule.id().equals(version.id())), Stream.of(version))
                .toList());
    }

    private Optional<PriceRule> find(PriceRuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rules in force at an instant that a product, of a category if it has one, comes under. */
    public List<PriceRule> covering(Sku sku, Optional<String> category, Instant at) {
        return rules.stream()
                .filter(rule -> rule.isInForceAt(at) && rule.covers(sku, category))
                .toList();
    }

    /** Of rules that compete, whether this one gives way to another of them. */
    public static boolean isOutranked(PriceRule rule, List<PriceRule> covering) {
        return covering.stream().anyMatch(rule::yieldsTo);
    }

    /** The limits that hold for goods under these rules, or else the tenant's. */
    public static DiscountLimits limits(List<PriceRule> covering, DiscountLimits ofTenant) {
        return first(covering, RuleTerms.Limits.class)
                .map(limits -> limits.instead(ofTenant))
                .orElse(ofTenant);
    }

    /** The margins that hold for goods under these rules, or else the standard ones. */
    public static MarginBands margins(List<PriceRule> covering) {
        return first(covering, RuleTerms.Margins.class)
                .map(RuleTerms.Margins::bands)
                .orElse(MarginBands.STANDARD);
    }

    private static <T extends RuleTerms> Optional<T> first(List<PriceRule> covering, Class<T> form) {
        return covering.stream()
                .filter(rule -> form.isInstance(rule.terms()))
                .filter(rule -> !isOutranked(rule, covering))
                .map(rule -> form.cast(rule.terms()))
                .findFirst();
    }
}
