package app.cerniq.simulator.fault;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often things go wrong: so many calls in 10,000.
 *
 * @param perTenThousand by kind; a kind that is missing never happens; 10,000 or less together
 * @param interleaved so often another host takes its turn before or after a call; 0 to 10,000
 * @param offices so often a call to a partner outside fails; 0 to 10,000
 * @param outages so often, in 10,000 turns, the store is away for the host whose turn it is, and for some turns to come
 */
public record FaultRates(Map<Fault, Integer> perTenThousand, int interleaved, int offices, int outages) {

    /** About one command in eight meets something. */
    public static final FaultRates STANDARD = new FaultRates(
            Map.of(
                    Fault.TIMED_OUT, 60,
                    Fault.ANSWER_LOST, 90,
                    Fault.MADE_TWICE, 90,
                    Fault.CRASHED_BEFORE, 25,
                    Fault.CRASHED_AFTER, 40),
            350,
            800,
            25);

    /** Nothing ever goes wrong, and nobody interrupts anybody. */
    public static final FaultRates NONE = new FaultRates(Map.of(), 0, 0, 0);

    private static final int ALL = 10_000;

    public FaultRates {
        var sorted = new EnumMap<Fault, Integer>(Fault.class);
        sorted.putAll(perTenThousand);
        perTenThousand = java.util.Collections.unmodifiableMap(sorted);
        var sum = perTenThousand.values().stream().mapToInt(Integer::intValue).sum();
        if (perTenThousand.values().stream().anyMatch(rate -> rate < 0)
                || sum > ALL
                || interleaved < 0
                || interleaved > ALL
                || offices < 0
                || offices > ALL
                || outages < 0
                || outages > ALL) {
            throw new IllegalArgumentException("Rates are 0 to " + ALL + ", and those of calls no more together: "
                    + perTenThousand + ", " + interleaved + ", " + offices + ", " + outages + ".");
        }
    }
}
