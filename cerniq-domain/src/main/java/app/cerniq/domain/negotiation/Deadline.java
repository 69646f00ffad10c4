package app.cerniq.domain.negotiation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a deal may stay as it is. It belongs to the version that it was kept with, so that it never fires for a
 * state that was left.
 *
 * @param at the first instant at which the time is up
 */
public record Deadline(DealTimer timer, Instant at) {

    /**
     * The deadline of a deal as it stands.
     *
     * @param after how long the timer runs; zero or more
     * @param isNotice whether somebody is only told of it; of one thing nobody is told twice
     * @return empty where there is nothing to count from, or nothing left to tell
     */
    public static Optional<Deadline> of(Negotiation deal, DealTimer timer, Duration after, boolean isNotice) {
        var told = deal.timing().toldOf();
        return timer.startOf(deal)
                .map(start -> start.plus(after))
                .filter(due -> !isNotice || told.map(due::isAfter).orElse(true))
                .map(due -> new Deadline(timer, due));
    }

    public boolean isPassedAt(Instant now) {
        return !now.isBefore(at);
    }
}
