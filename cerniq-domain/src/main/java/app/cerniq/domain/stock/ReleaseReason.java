package app.cerniq.domain.stock;

/** Why goods that were held were given back. */
public enum ReleaseReason {
    /** Somebody asked for it. */
    CANCELLED,
    /** The quote changed, and other goods are held now. */
    REPLACED,
    /** The deal is dead. */
    DEAD,
    /** The deal went where nothing is held. */
    LEFT,
    /** The time was up. */
    EXPIRED,
    /** A count found less than was promised, and this was the last promise. */
    DISPLACED
}
