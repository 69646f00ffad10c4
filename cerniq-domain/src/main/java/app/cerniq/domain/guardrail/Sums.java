package app.cerniq.domain.guardrail;

import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.guardrail.Evidence.Sum;
import app.cerniq.domain.guardrail.Evidence.Worth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which amounts say the same as one in a text. */
record Sums(Claim.Amount amount, boolean isCustomers) {

    private static final Set<Sum> PRICES = EnumSet.of(Sum.QUOTED_PRICE, Sum.LIST_PRICE, Sum.COUNTER_OFFER);

    private static final Map<Use, Set<Sum>> MEANINGS = new EnumMap<>(Map.of(
            Use.PRICE, PRICES,
            Use.TOTAL, EnumSet.of(Sum.LINE_TOTAL, Sum.TOTAL),
            Use.DISCOUNT, EnumSet.of(Sum.SAVING),
            Use.VAT, EnumSet.of(Sum.VAT),
            Use.ADVANCE, EnumSet.of(Sum.ADVANCE),
            Use.DELIVERY, EnumSet.of(Sum.FREE_DELIVERY),
            Use.PAYMENT, EnumSet.of(Sum.TOTAL, Sum.PAID, Sum.ADVANCE),
            Use.WARRANTY, EnumSet.noneOf(Sum.class),
            Use.VALIDITY, EnumSet.noneOf(Sum.class),
            Use.UNSTATED, EnumSet.allOf(Sum.class)));

    boolean fits(Worth worth) {
        return means(worth) && isTaxedLike(worth) && costs(worth);
    }

    private boolean means(Worth worth) {
        if (worth.sum() == Sum.COUNTER_OFFER && !isCustomers) {
            return false;
        }
        var sums = amount.per().isPresent() && amount.use() == Use.UNSTATED
                ? PRICES
                : MEANINGS.getOrDefault(amount.use(), Set.of());
        return sums.contains(worth.sum());
    }

    /** A price of which nothing is said is without VAT; of a total both are said every day, and both are true. */
    private boolean isTaxedLike(Worth worth) {
        if (worth.vat() == Vat.UNSTATED || amount.vat() == worth.vat()) {
            return true;
        }
        return amount.vat() == Vat.UNSTATED
                && (worth.vat() == Vat.EXCLUDED || worth.per().isEmpty());
    }

    private boolean costs(Worth worth) {
        if (amount.per().isEmpty()) {
            return amount.money().equals(worth.money());
        }
        return worth.per()
                .filter(unit ->
                        Measures.equalPrices(amount.money(), amount.per().get(), worth.money(), unit))
                .isPresent();
    }
}
