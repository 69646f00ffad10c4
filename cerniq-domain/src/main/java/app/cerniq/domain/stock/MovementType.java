package app.cerniq.domain.stock;

/** Why a counter moved. Source: reference document F, stock_movements; TRANSFER is ours. */
public enum MovementType {
    /** Goods were set aside for a deal: reserved rises. */
    RESERVATION,
    /** Goods that were set aside were given back, or their time was up: reserved falls. */
    RELEASE,
    /** Goods left with an invoice: on hand falls, and reserved with it where they had been set aside. */
    SALE,
    /** Goods arrived from a supplier: on hand rises. */
    PURCHASE,
    /** Somebody counted: on hand becomes what was found. */
    ADJUSTMENT,
    /** Sold goods came back after a storno: on hand rises. */
    RETURN,
    /** An import from another system: on hand becomes what that says. */
    SYNC,
    /** Goods were moved between locations: on hand falls here and rises there. */
    TRANSFER,
    /** A counter had drifted from its ledger or its reservations and was set right. */
    REPAIR
}
