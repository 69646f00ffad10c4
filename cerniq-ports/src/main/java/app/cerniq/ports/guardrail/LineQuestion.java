package app.cerniq.ports.guardrail;

/**
 * May this be said about these goods? One flat fact per SKU that a text speaks of; prices in the smallest coin per unit,
 * without VAT, quantities in thousandths of the unit, percentages in basis points.
 *
 * @param priced whether the text states a price
 * @param known whether list and floor price are known; a missing datum is never read as zero
 * @param price the lowest price that the text states, 0 where it states none
 * @param floor the floor price, 0 where unknown
 * @param cost the cost, 0 where unknown
 * @param percentOfList the price as a percentage of the list price, rounded up
 * @param discounted whether the text states a discount, or a price below list
 * @param discount the highest discount that is stated or implied
 * @param automatic the most that needs nobody
 * @param maximum the most that anybody may grant
 * @param permitted whether exactly this stands in the quote, and was automatic, earned or approved there
 * @param counted whether the text promises goods: a quantity of them, or that they are in stock
 * @param stockKnown whether it is known what there is
 * @param requested what is promised, 0 where nothing is
 * @param available what can be promised to this deal
 * @param percentCovered what is available as a percentage of what is promised, rounded down; 1,000 at most
 */
public record LineQuestion(
        boolean priced,
        boolean known,
        long price,
        long floor,
        long cost,
        long percentOfList,
        boolean discounted,
        int discount,
        int automatic,
        int maximum,
        boolean permitted,
        boolean counted,
        boolean stockKnown,
        long requested,
        long available,
        long percentCovered) {

    /** Nothing is said about the goods but their name. */
    public static final LineQuestion SILENT =
            new LineQuestion(false, false, 0, 0, 0, 0, false, 0, 0, 0, false, false, false, 0, 0, 0);
}
