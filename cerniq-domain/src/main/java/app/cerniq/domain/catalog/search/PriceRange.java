package app.cerniq.domain.catalog.search;

import app.cerniq.domain.shared.Money;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From one list price up to another, both included and in one currency.
 *
 * @param least empty where any is enough
 * @param most not below the least; empty where none is too much
 */
public record PriceRange(Optional<Money> least, Optional<Money> most) {

    /** Any price. */
    public static final PriceRange ANY = new PriceRange(Optional.empty(), Optional.empty());

    public PriceRange {
        if (least.isPresent()
                && most.filter(highest -> highest.isBelow(least.get())).isPresent()) {
            throw new IllegalArgumentException(
                    "A price cannot be at least " + least.get() + " and at most " + most.get() + ".");
        }
    }

    public boolean contains(Money price) {
        return least.filter(price::isBelow).isEmpty()
                && most.filter(highest -> highest.isBelow(price)).isEmpty();
    }

    /** The bounds that there are. */
    Stream<Money> bounds() {
        return Stream.concat(least.stream(), most.stream());
    }
}
