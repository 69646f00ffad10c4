package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a price rule says; one form for each {@link PriceRuleKind}. */
public sealed interface RuleTerms {

    PriceRuleKind kind();

    /** The discount for so much, bought by such a customer; empty where the rule gives none. */
    default Optional<Percentage> discountFor(Quantity quantity, CustomerTier customer) {
        return Optional.empty();
    }

    /**
     * The larger the quantity, the larger the discount.
     *
     * @param tiers quantities and discounts rise from tier to tier; at least one
     */
    record Volume(List<Tier> tiers) implements RuleTerms {

        /** 5: 2 %, 10: 5 %, 25: 8 %, 50: 10 %, 100: 15 %. Source: specification, section 4.4. */
        public static final Volume STANDARD = of("5:2", "10:5", "25:8", "50:10", "100:15");

        /** 10: 3 %, 25: 5 %, 50: 7 %, 100: 10 %. */
        public static final Volume PREMIUM = of("10:3", "25:5", "50:7", "100:10");

        /** 3: 5 %, 10: 10 %, 25: 15 %, 50: 20 %. */
        public static final Volume SEASONAL = of("3:5", "10:10", "25:15", "50:20");

        public Volume {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("A volume rule has at least one tier.");
            }
            for (var i = 1; i < tiers.size(); i++) {
                var lower = tiers.get(i - 1);
                var upper = tiers.get(i);
                if (upper.from().compareTo(lower.from()) <= 0
                        || !upper.discount().exceeds(lower.discount())) {
                    throw new IllegalArgumentException("Volume tiers must rise in quantity and discount: " + upper
                            + " does not follow " + lower + ".");
                }
            }
        }

        /** Tiers written as {@code "10:5"}: from 10 units on, 5 %. */
        public static Volume of(String... tiers) {
            return new Volume(List.of(tiers).stream().map(Tier::of).toList());
        }

        @Override
        public PriceRuleKind kind() {
            return PriceRuleKind.VOLUME;
        }

        @Override
        public Optional<Percentage> discountFor(Quantity quantity, CustomerTier customer) {
            return tiers.stream()
                    .filter(tier -> quantity.value().compareTo(tier.from()) >= 0)
                    .reduce((lower, upper) -> upper)
                    .map(Tier::discount);
        }

        /**
         * One step of a volume rule.
         *
         * @param from the least quantity, above 0, in the product's own unit, with at most three decimals
         */
        public record Tier(BigDecimal from, Percentage discount) {
            public Tier {
                from = from.stripTrailingZeros();
                if (from.signum() <= 0 || from.scale() > 3) {
                    throw new IllegalArgumentException("A volume tier begins above 0 with at most 3 decimals, not at "
                            + from.toPlainString() + ".");
                }
                from = from.setScale(Math.max(0, from.scale()));
            }

            static Tier of(String text) {
                var parts = text.split(":", 2);
                return new Tier(new BigDecimal(parts[0]), Percentage.of(parts[1]));
            }

            @Override
            public String toString() {
                return "from " + from.toPlainString() + ": " + discount;
            }
        }
    }

    /**
     * A discount for customers of some tiers; customers of a tier that is not named get none.
     *
     * @param discounts at least one
     */
    record ByCustomer(Map<CustomerTier, Percentage> discounts) implements RuleTerms {

        /** SILVER 5 %, GOLD 10 %, PLATINUM 15 %. Source: specification, section 4.4. */
        public static final ByCustomer STANDARD = new ByCustomer(Map.of(
                CustomerTier.SILVER, Percentage.of("5"),
                CustomerTier.GOLD, Percentage.of("10"),
                CustomerTier.PLATINUM, Percentage.of("15")));

        public ByCustomer {
            if (discounts.isEmpty()) {
                throw new IllegalArgumentException("A rule for customer tiers names at least one.");
            }
            var sorted = new TreeMap<CustomerTier, Percentage>(java.util.Comparator.comparing(CustomerTier::code));
            sorted.putAll(discounts);
            discounts = Collections.unmodifiableMap(sorted);
        }

        @Override
        public PriceRuleKind kind() {
            return PriceRuleKind.CUSTOMER_TIER;
        }

        @Override
        public Optional<Percentage> discountFor(Quantity quantity, CustomerTier customer) {
            return Optional.ofNullable(discounts.get(customer));
        }
    }

    /** A discount for as long as the rule is in force: a promotion or a season. */
    record Promotion(Percentage discount) implements RuleTerms {
        @Override
        public PriceRuleKind kind() {
            return PriceRuleKind.PROMOTION;
        }

        @Override
        public Optional<Percentage> discountFor(Quantity quantity, CustomerTier customer) {
            return Optional.of(discount);
        }
    }

    /**
     * How far discounts may go for these goods; they stand instead of the tenant's own figures (specification, C33).
     *
     * @param automatic the most that needs nobody
     * @param manager the most that a sales manager grants
     * @param maximum the most that anybody grants
     */
    record Limits(Percentage automatic, Percentage manager, Percentage maximum) implements RuleTerms {
        public Limits {
            in(DiscountLimits.STANDARD, automatic, manager, maximum);
        }

        @Override
        public PriceRuleKind kind() {
            return PriceRuleKind.LIMITS;
        }

        /** These figures, with everything else as the tenant has it. */
        public DiscountLimits instead(DiscountLimits ofTenant) {
            return in(ofTenant, automatic, manager, maximum);
        }

        private static DiscountLimits in(
                DiscountLimits tenant, Percentage automatic, Percentage manager, Percentage maximum) {
            return new DiscountLimits(automatic, manager, maximum, tenant.belowCostByCeo());
        }
    }

    /** How much has to be left after cost. */
    record Margins(MarginBands bands) implements RuleTerms {
        @Override
        public PriceRuleKind kind() {
            return PriceRuleKind.MARGIN;
        }
    }
}
