package app.cerniq.domain.catalog;

/** What sort of thing is sold. Source: sales platform schema (seed 004), {@code tenant_offering.offering_type}. */
public enum OfferingKind {
    /** Goods that lie in a warehouse: seed, fertiliser, pipes. */
    PHYSICAL(true),
    /** Work that is done for the customer: spraying, soil analysis. */
    SERVICE(false),
    /** A single thing of lasting value: a tractor, a plot. */
    ASSET(true),
    /** A promise of money: insurance of a crop, a credit line. */
    FINANCIAL(false);

    private final boolean keepsStock;

    OfferingKind(boolean keepsStock) {
        this.keepsStock = keepsStock;
    }

    /** Whether stock is kept of it unless the variant says otherwise. */
    public boolean keepsStock() {
        return keepsStock;
    }
}
