package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.shared.Money;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * The figures of one price, all per unit, without VAT and in one currency.
 *
 * @param amount the list price, above zero
 * @param compareAt what is shown crossed out beside it; above the amount
 * @param floor at most the amount; no seller goes below it alone
 * @param cost empty where it is not known, which is never read as zero
 */
public record PriceTag(Money amount, Optional<Money> compareAt, Money floor, Optional<Money> cost) {

    public PriceTag {
        var fault = fault(amount, compareAt, floor, cost);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get().describe());
        }
    }

    /** A price from figures that somebody gave. */
    public static Either<CatalogRefusal, PriceTag> of(
            Money amount, Optional<Money> compareAt, Money floor, Optional<Money> cost) {
        return fault(amount, compareAt, floor, cost)
                .<Either<CatalogRefusal, PriceTag>>map(Either::left)
                .orElseGet(() -> right(new PriceTag(amount, compareAt, floor, cost)));
    }

    /** The price of an offering as it is put on sale. */
    public static PriceTag of(PricedOffering offering) {
        return new PriceTag(offering.listPrice(), Optional.empty(), offering.floorPrice(), offering.cost());
    }

    /** This price, if it is in the currency of its list. */
    Either<CatalogRefusal, PriceTag> in(PriceList list) {
        return amount.currency().equals(list.currency())
                ? right(this)
                : left(new CatalogRefusal.PriceRefused(
                        "price",
                        amount.toString(),
                        "a price in " + list.currency() + ", the currency of " + list.code()));
    }

    private static Optional<CatalogRefusal> fault(
            Money amount, Optional<Money> compareAt, Money floor, Optional<Money> cost) {
        var currency = amount.currency();
        if (amount.isZero()) {
            return refused("price", amount, "an amount above 0 " + currency);
        }
        if (!floor.currency().equals(currency) || amount.isBelow(floor)) {
            return refused("floor price", floor, "0 to " + amount + ", the price");
        }
        var shown = compareAt.filter(other -> !other.currency().equals(currency) || !amount.isBelow(other));
        if (shown.isPresent()) {
            return refused("price to compare with", shown.get(), "above " + amount + ", the price, or none");
        }
        return cost.filter(known -> !known.currency().equals(currency))
                .flatMap(known -> refused("cost", known, "a cost in " + currency + ", or none"));
    }

    private static Optional<CatalogRefusal> refused(String what, Money given, String accepted) {
        return Optional.of(new CatalogRefusal.PriceRefused(what, given.toString(), accepted));
    }
}
