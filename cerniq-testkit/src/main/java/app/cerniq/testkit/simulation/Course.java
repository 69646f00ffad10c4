package app.cerniq.testkit.simulation;

import java.time.Duration;

/**
 * How a simulation runs.
 *
 * @param hosts how many sellers work at the same time, each in a thread and with a clock of its own; 1 or more
 * @param operations how many steps they make together; each changes a deal or the warehouse, or is refused
 * @param products how many products there are; most steps want the first one
 * @param skew how far a host's clock may jump ahead or behind
 * @param seed the same seed makes the same choices; the order of threads stays chance
 */
public record Course(int hosts, long operations, int products, Duration skew, long seed) {

    /** Sixteen hosts whose clocks jump by up to five seconds, four products. */
    public static Course of(long operations, long seed) {
        return new Course(16, operations, 4, Duration.ofSeconds(5), seed);
    }

    public Course {
        if (hosts < 1 || operations < 1 || products < 1 || skew.isNegative()) {
            throw new IllegalArgumentException("A course has hosts, operations and products, and a skew of 0 or more.");
        }
    }
}
