package app.cerniq.ports.negotiation;

import app.cerniq.domain.shared.Decision;
import java.util.Optional;

/** How long a deal may stay as it is, and what follows. Thread-safe. */
public interface TimeoutPolicy {

    /** What a deal waits for; empty where it may stay as it is for ever. */
    Decision<Optional<Timeout>> decide(TimeoutQuestion question);
}
