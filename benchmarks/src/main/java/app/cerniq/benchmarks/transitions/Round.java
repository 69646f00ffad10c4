package app.cerniq.benchmarks.transitions;

import java.time.Duration;

/**
 * One stretch of moving deals on and back: so many clients at once, each with deals of its own.
 *
 * @param number tells the idempotency keys of one round from those of another
 * @param first the number of the first deal; client n has those from {@code first + n * deals} on
 * @param deals how many deals each client moves in turn
 * @param version the version at which they all stand
 */
record Round(int number, int clients, long first, int deals, long version, Duration length) {

    String key(int client, long sequence) {
        return "bench " + number + " " + client + " " + sequence;
    }
}
