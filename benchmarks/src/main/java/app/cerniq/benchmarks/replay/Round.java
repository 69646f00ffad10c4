package app.cerniq.benchmarks.replay;

import java.time.Duration;

/**
 * One stretch of doing things to deals and undoing them: so many clients at once, each with deals of its own.
 *
 * @param number tells the idempotency keys of one round from those of another
 * @param first the number of the first deal; client n has those from {@code first + n * deals} on
 * @param deals how many deals each client has, to go through in turn
 * @param version the version at which they all stand
 */
public record Round(int number, int clients, long first, int deals, long version, Duration length) {

    String key(int client, long sequence) {
        return "bench " + number + " " + client + " " + sequence;
    }

    /** How many deals all clients have. */
    public int allDeals() {
        return clients * deals;
    }

    /** The number of the last deal. */
    public long last() {
        return first + allDeals() - 1;
    }
}
