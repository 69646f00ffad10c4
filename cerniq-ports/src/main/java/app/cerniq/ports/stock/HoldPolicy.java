package app.cerniq.ports.stock;

import app.cerniq.domain.shared.Decision;
import java.time.Duration;
import java.util.Optional;

/** How long goods stay reserved in each state of a deal. Thread-safe. */
public interface HoldPolicy {

    /** The time to live of a reservation; empty where a deal in that state holds no stock at all. */
    Decision<Optional<Duration>> decide(HoldQuestion question);
}
