package app.cerniq.domain.catalog;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Unit;
import java.util.Optional;

/**
 * One immutable version of something that is sold, with the prices of one price list: what a quote line copies.
 *
 * @param sku the variant
 * @param version the offering's version, 1 or more
 * @param name as documents print it
 * @param unit what it is sold by
 * @param priceList the list the price comes from
 * @param listPrice per unit, without VAT, above zero
 * @param floorPrice per unit, without VAT; at most the list price; no seller goes below it alone
 * @param cost per unit, in the list price's currency; empty where it is not known, which is never read as zero
 * @param vat how VAT applies
 */
public record PricedOffering(
        Sku sku,
        int version,
        String name,
        Unit unit,
        String priceList,
        Money listPrice,
        Money floorPrice,
        Optional<Money> cost,
        VatTreatment vat) {

    public PricedOffering {
        if (version < 1) {
            throw new IllegalArgumentException("An offering's version is 1 or more, not " + version + ".");
        }
        if (listPrice.isZero()) {
            throw new IllegalArgumentException("The list price of " + sku + " must be above zero.");
        }
        if (listPrice.isBelow(floorPrice)) {
            throw new IllegalArgumentException(
                    "The floor price " + floorPrice + " of " + sku + " is above its list price " + listPrice + ".");
        }
        if (cost.filter(known -> !known.currency().equals(listPrice.currency())).isPresent()) {
            throw new IllegalArgumentException("The cost " + cost.get() + " of " + sku
                    + " is not in the currency of its list price " + listPrice + ".");
        }
    }
}
