package app.cerniq.application.negotiation;

/**
 * What a sweep over due timers did.
 *
 * @param fired timers that did what they are for; where two race for one, both count it and one did it
 * @param overtaken deals that had moved on, or that are not due by the times in force now
 * @param refused timers that the deal refused; tried again an hour later
 * @param failed timers that broke; tried again by the next sweep
 */
public record TimerReport(int fired, int overtaken, int refused, int failed) {

    /** Nothing was due. */
    public static final TimerReport NOTHING = new TimerReport(0, 0, 0, 0);

    static final TimerReport FIRED = new TimerReport(1, 0, 0, 0);
    static final TimerReport OVERTAKEN = new TimerReport(0, 1, 0, 0);
    static final TimerReport REFUSED = new TimerReport(0, 0, 1, 0);
    static final TimerReport FAILED = new TimerReport(0, 0, 0, 1);

    TimerReport plus(TimerReport more) {
        return new TimerReport(
                fired + more.fired, overtaken + more.overtaken, refused + more.refused, failed + more.failed);
    }
}
