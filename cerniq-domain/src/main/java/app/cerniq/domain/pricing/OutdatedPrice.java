package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import java.util.Optional;

/**
 * A quoted product whose offering is another one today.
 *
 * @param quoted the list price that the line was made from
 * @param today today's list price; empty where the product is no longer on sale
 */
public record OutdatedPrice(Sku sku, Money quoted, Optional<Money> today) {

    /** Compares a line with what is on sale today under its SKU; empty where it still stands. */
    public static Optional<OutdatedPrice> of(QuoteLine line, Optional<PricedOffering> onSale) {
        var quoted = line.offering();
        var holds = onSale.filter(now -> now.version() == quoted.version()
                        && now.priceList().equals(quoted.priceList())
                        && now.listPrice().equals(quoted.listPrice())
                        && now.floorPrice().equals(quoted.floorPrice())
                        && now.vat().equals(quoted.vat()))
                .isPresent();
        return holds
                ? Optional.empty()
                : Optional.of(new OutdatedPrice(line.sku(), quoted.listPrice(), onSale.map(PricedOffering::listPrice)));
    }

    @Override
    public String toString() {
        return sku + " was quoted from a list price of " + quoted
                + today.map(price -> ", which is " + price + " today").orElse(", and is no longer on sale");
    }
}
