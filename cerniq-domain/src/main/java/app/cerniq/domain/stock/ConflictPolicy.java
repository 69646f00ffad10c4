package app.cerniq.domain.stock;

/**
 * What holds where an import says one thing and the library, which changed the figure since the last import, another.
 * Source: reference document F.
 */
public enum ConflictPolicy {
    /** The other system is right; the default. */
    ERP_WINS,
    /** The figure here stays. */
    LOCAL_WINS,
    HIGHER_WINS,
    LOWER_WINS,
    /** The figure here stays, and somebody has to look. */
    MANUAL;

    /** What shall be on hand. */
    public StockAmount resolve(StockAmount local, StockAmount imported) {
        return switch (this) {
            case ERP_WINS -> imported;
            case LOCAL_WINS, MANUAL -> local;
            case HIGHER_WINS -> local.isBelow(imported) ? imported : local;
            case LOWER_WINS -> local.min(imported);
        };
    }
}
