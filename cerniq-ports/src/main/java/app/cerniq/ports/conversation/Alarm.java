package app.cerniq.ports.conversation;

import app.cerniq.domain.runtime.event.Urgency;
import java.util.Optional;

/** Whether a person is needed. */
public enum Alarm {
    NONE,
    HIGH,
    CRITICAL;

    /** How much it hurries; empty where nobody is needed. */
    public Optional<Urgency> urgency() {
        return this == NONE ? Optional.empty() : Optional.of(Urgency.valueOf(name()));
    }
}
