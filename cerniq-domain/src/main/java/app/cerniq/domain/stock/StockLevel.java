package app.cerniq.domain.stock;

import app.cerniq.domain.shared.Unit;

/**
 * What one place has at an instant.
 *
 * @param onHand what lies there
 * @param reserved the part of it that is held for deals; holds whose time is up at that instant are not in it
 * @param isChangedSinceSync whether something other than an import changed what is on hand since the last import
 */
public record StockLevel(
        Place place,
        StockAmount onHand,
        StockAmount reserved,
        Replenishment replenishment,
        boolean isChangedSinceSync) {

    /** What can still be promised: on hand, less what is held, less the safety stock; never below nothing. */
    public StockAmount available() {
        return onHand.lessAtMost(reserved).lessAtMost(replenishment.safetyStock());
    }

    /** Whether somebody should be told. */
    public boolean isLow() {
        return !replenishment.lowThreshold().isBelow(available());
    }

    /** Whether it is time to order. */
    public boolean isDueForReorder() {
        return !replenishment.reorderPoint().isBelow(available());
    }

    public Unit unit() {
        return onHand.unit();
    }
}
