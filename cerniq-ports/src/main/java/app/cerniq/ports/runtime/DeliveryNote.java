package app.cerniq.ports.runtime;

/**
 * What a consumer may know about a delivery beside the event itself.
 *
 * @param attempt 1 at first; one more after each attempt that failed
 * @param isReplay whether an operator had it delivered again to this consumer alone
 */
public record DeliveryNote(int attempt, boolean isReplay) {

    /** The first attempt of an ordinary delivery. */
    public static final DeliveryNote FIRST = new DeliveryNote(1, false);
}
