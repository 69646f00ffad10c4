package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.Sku;
import java.time.Instant;
import java.util.Optional;

/**
 * What a tenant lays down about prices. A rule is never changed: its next version takes its place, and a retired one
 * stays as the last.
 *
 * @param version 1 for the first, then one more each time
 * @param name as an explanation quotes it, 1 to 100 characters
 * @param stackable whether its discount is added to others instead of competing with them; only for discounts
 * @param priority among rules of one scope the higher wins
 * @param from the first instant at which it holds
 * @param until the first instant at which it no longer does; empty: for ever
 * @param retired whether it was taken out of use
 */
public record PriceRule(
        PriceRuleId id,
        int version,
        String name,
        RuleScope scope,
        RuleTerms terms,
        boolean stackable,
        int priority,
        Instant from,
        Optional<Instant> until,
        boolean retired) {

    public PriceRule {
        if (version < 1) {
            throw new IllegalArgumentException("A price rule's version is 1 or more, not " + version + ".");
        }
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A price rule's name has 1 to 100 characters, not \"" + name + "\".");
        }
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException(
                    "A price rule ends after it begins: from " + from + ", until " + until.get() + ".");
        }
        if (stackable && (terms.kind() == PriceRuleKind.LIMITS || terms.kind() == PriceRuleKind.MARGIN)) {
            throw new IllegalArgumentException("Only discounts are stackable, not " + terms.kind() + ".");
        }
    }

    public PriceRuleKind kind() {
        return terms.kind();
    }

    /** Whether it holds at an instant; half open, so that two rules can follow each other without a gap. */
    public boolean isInForceAt(Instant at) {
        return !retired && !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }

    public boolean covers(Sku sku, Optional<String> category) {
        return scope.covers(sku, category);
    }

    /**
     * Whether this rule gives way to another one for the same goods: of one kind, and alike stackable or not, the more
     * specific scope wins, then the higher priority (specification, C38).
     */
    public boolean yieldsTo(PriceRule other) {
        return competesWith(other)
                && (other.scope.rank() > scope.rank()
                        || (other.scope.rank() == scope.rank() && other.priority > priority));
    }

    /** Whether nothing says which of the two would hold. */
    public boolean isAmbiguousWith(PriceRule other) {
        return competesWith(other)
                && scope.equals(other.scope)
                && priority == other.priority
                && !retired
                && !other.retired
                && until.map(other.from::isBefore).orElse(true)
                && other.until.map(from::isBefore).orElse(true);
    }

    private boolean competesWith(PriceRule other) {
        return !id.equals(other.id) && kind() == other.kind() && stackable == other.stackable;
    }

    /** The version that takes this rule out of use. */
    public PriceRule retire() {
        return new PriceRule(id, version + 1, name, scope, terms, stackable, priority, from, until, true);
    }

    /** What a price trail names. */
    public PriceSource source() {
        return PriceSource.rule(this);
    }
}
