package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What is missing of one SKU, and what could be had instead.
 *
 * @param wanted what the quote says
 * @param available what can be promised at once; less than wanted
 * @param incoming the next delivery, where one is known
 * @param substitutes other SKUs of which there is enough, the best first
 */
public record Shortage(
        Sku sku,
        Quantity wanted,
        StockAmount available,
        Optional<Replenishment.Incoming> incoming,
        List<Sku> substitutes) {
    public Shortage {
        substitutes = List.copyOf(substitutes);
    }

    /** The same shortage, where these would do instead. */
    public Shortage withSubstitutes(List<Sku> others) {
        return new Shortage(sku, wanted, available, incoming, others);
    }

    /** What would be accepted, in words. */
    public String instead() {
        var words = new StringBuilder("at most " + available + " of " + sku);
        incoming.ifPresent(coming ->
                words.append(", ").append(coming.quantity()).append(" more on ").append(coming.on()));
        if (!substitutes.isEmpty()) {
            words.append(", or instead ")
                    .append(String.join(
                            ", ", substitutes.stream().map(Sku::value).toList()));
        }
        return words.toString();
    }
}
