package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All prices that a SKU ever had in one list. At no instant do two hold. A new price ends the one before it and lasts
 * until the next that is planned; what held in the past stays as it was.
 *
 * @param list where they stand
 * @param sku what they are the prices of
 * @param prices in the order in which they were set
 */
public record PriceHistory(PriceListCode list, Sku sku, List<VariantPrice> prices) {

    public PriceHistory {
        prices = List.copyOf(prices);
        for (var i = 0; i < prices.size(); i++) {
            if (prices.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "The prices of " + sku + " in " + list + " are numbered without gaps.");
            }
        }
        var inOrder = prices.stream()
                .map(VariantPrice::validity)
                .filter(validity -> !validity.isEmpty())
                .sorted(Comparator.comparing(Validity::from))
                .toList();
        for (var i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i - 1).overlaps(inOrder.get(i))) {
                throw new IllegalArgumentException("Two prices of " + sku + " in " + list + " hold at once: "
                        + inOrder.get(i - 1) + " and " + inOrder.get(i) + ".");
            }
        }
    }

    /** No price yet. */
    public static PriceHistory none(PriceListCode list, Sku sku) {
        return new PriceHistory(list, sku, List.of());
    }

    /** The price that holds at an instant. */
    public Optional<VariantPrice> at(Instant instant) {
        return prices.stream()
                .filter(price -> price.validity().contains(instant))
                .findFirst();
    }

    /**
     * With another price from an instant on. The same price from the same instant changes nothing.
     *
     * @param priceList the list, whose currency the price has
     * @param wanted when the new price holds; it ends earlier where another one is planned
     * @param now the new price may reach back before it only where no price held since
     */
    public Either<CatalogRefusal, PriceHistory> set(PriceList priceList, PriceTag tag, Validity wanted, Instant now) {
        if (wanted.isEmpty()) {
            return left(new CatalogRefusal.PriceRefused("validity", wanted.toString(), "a time that is not empty"));
        }
        return tag.in(priceList).flatMap(sound -> stands(sound, wanted) ? right(this) : added(sound, wanted, now));
    }

    private boolean stands(PriceTag tag, Validity wanted) {
        return prices.stream()
                .anyMatch(price -> price.tag().equals(tag)
                        && price.validity().equals(lasting(wanted))
                        && !price.validity().isEmpty());
    }

    private Either<CatalogRefusal, PriceHistory> added(PriceTag tag, Validity wanted, Instant now) {
        var from = wanted.from();
        var rewritten = from.isBefore(now)
                ? prices.stream()
                        .filter(price -> price.validity().overlaps(Validity.between(from, now)))
                        .findFirst()
                : Optional.<VariantPrice>empty();
        if (rewritten.isPresent()) {
            return left(new CatalogRefusal.PriceInThePast(
                    sku, list, from, rewritten.get().validity(), now));
        }
        var next = new ArrayList<VariantPrice>();
        for (var price : prices) {
            var gives = price.validity().contains(from);
            next.add(gives ? price.during(price.validity().upTo(from)) : price);
        }
        next.add(new VariantPrice(list, sku, next.size() + 1, tag, lasting(wanted)));
        return right(new PriceHistory(list, sku, next));
    }

    /** As long as it is wanted, but not beyond the next price that is planned. */
    private Validity lasting(Validity wanted) {
        return prices.stream()
                .map(VariantPrice::validity)
                .filter(planned -> !planned.isEmpty() && planned.from().isAfter(wanted.from()))
                .map(Validity::from)
                .min(Instant::compareTo)
                .map(wanted::upTo)
                .orElse(wanted);
    }

    /**
     * Without a price from an instant on: the one that holds then ends, and those that are planned after it never begin.
     * Where none is left to end, nothing changes.
     */
    public Either<CatalogRefusal, PriceHistory> withdraw(Instant from, Instant now) {
        if (from.isBefore(now)) {
            return left(new CatalogRefusal.EndTooEarly("price of " + sku + " in " + list, from, now));
        }
        return right(new PriceHistory(
                list,
                sku,
                prices.stream()
                        .map(price -> price.during(price.validity().upTo(from)))
                        .toList()));
    }
}
