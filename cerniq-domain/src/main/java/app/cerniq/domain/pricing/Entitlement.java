package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The discount that a line has a right to without anybody's decision: the largest of the discounts that compete plus all
 * that are stackable (specification, C34), cut where it would pass the maximum or reach below floor, cost or the least
 * margin.
 *
 * @param base what counts of the largest that competes; at most one
 * @param added what counts of each stackable one
 */
public record Entitlement(List<Share> base, List<Share> added) {

    /** No right to anything. */
    public static final Entitlement NONE = new Entitlement(List.of(), List.of());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Entitlement {
        base = List.copyOf(base);
        added = List.copyOf(added);
        if (base.size() > 1) {
            throw new IllegalArgumentException("Of discounts that compete one counts, not " + base.size() + ".");
        }
    }

    /** One rule's discount: what it gives, and what of it counts. */
    public record Share(PriceSource source, Percentage offered, Percentage counted) {
        public Share {
            if (counted.exceeds(offered)) {
                throw new IllegalArgumentException("Of " + offered + " never more counts, such as " + counted + ".");
            }
        }

        static Share of(PriceRule rule, Percentage offered) {
            return new Share(rule.source(), offered, offered);
        }

        private Share cut(Percentage room) {
            return new Share(source, offered, counted.exceeds(room) ? room : counted);
        }
    }

    /** A rule that speaks for a line, and the discount it gives. */
    public record Grant(PriceRule rule, Percentage discount) {}

    /** Combines what the rules give, up to a ceiling. */
    public static Entitlement of(List<Grant> grants, Percentage ceiling) {
        var ordered = grants.stream()
                .sorted(Comparator.comparing(Grant::discount)
                        .reversed()
                        .thenComparing(grant -> grant.rule().id().value()))
                .toList();
        var room = ceiling;
        var added = new ArrayList<Share>();
        for (var grant : ordered) {
            if (grant.rule().stackable()) {
                var share = Share.of(grant.rule(), grant.discount()).cut(room);
                added.add(share);
                room = minus(room, share.counted());
            }
        }
        // Last, because a seller's discount may take its place: then what is added must not have been cut for it.
        var left = room;
        var base = ordered.stream()
                .filter(grant -> !grant.rule().stackable())
                .limit(1)
                .map(grant -> Share.of(grant.rule(), grant.discount()).cut(left))
                .toList();
        return new Entitlement(base, added);
    }

    /**
     * How far an entitlement may go: to the maximum discount, and never below the floor, a known cost or the least
     * margin on it.
     */
    public static Percentage ceiling(PricedOffering offering, DiscountLimits limits, MarginBands bands) {
        var list = offering.listPrice().amount();
        var unreachable = bands.least().equals(Percentage.HUNDRED)
                && offering.cost().filter(cost -> !cost.isZero()).isPresent();
        var least = unreachable ? list : leastPrice(offering, bands);
        if (list.compareTo(least) <= 0) {
            return Percentage.ZERO;
        }
        var room = new Percentage(list.subtract(least).movePointRight(2).divide(list, 2, RoundingMode.DOWN));
        return room.exceeds(limits.maximum()) ? limits.maximum() : room;
    }

    /** The floor, or the least price that leaves the margin, cost / (1 - margin), whichever is more. */
    private static BigDecimal leastPrice(PricedOffering offering, MarginBands bands) {
        var floor = offering.floorPrice().amount();
        return offering.cost()
                .filter(cost -> !cost.isZero())
                .map(cost -> cost.amount()
                        .multiply(HUNDRED)
                        .divide(bands.least().complement().points(), floor.scale(), RoundingMode.UP))
                .map(floor::max)
                .orElse(floor);
    }

    /** All that counts. */
    public Percentage counted() {
        return new Percentage(baseCounted().points().add(addedCounted().points()));
    }

    /** What counts of the competing discounts. */
    public Percentage baseCounted() {
        return sum(base);
    }

    /** What counts of the stackable ones. */
    public Percentage addedCounted() {
        return sum(added);
    }

    private static Percentage sum(List<Share> shares) {
        return new Percentage(
                shares.stream().map(share -> share.counted().points()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Percentage minus(Percentage from, Percentage part) {
        return new Percentage(from.points().subtract(part.points()));
    }
}
