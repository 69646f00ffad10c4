package app.cerniq.domain.runtime.event;

import java.util.Optional;
import java.util.UUID;

/**
 * Why a command was given: what its events belong to, what caused them, and where in a trace that was.
 *
 * @param correlation empty for the default, the id of the deal itself
 * @param event the event that led to the command; empty where a person or a program gave it of its own accord
 */
public record EventCause(Optional<UUID> correlation, Optional<UUID> event, Optional<Trace> trace) {

    /** Nobody but the caller. */
    public static final EventCause NONE = new EventCause(Optional.empty(), Optional.empty(), Optional.empty());

    /** What follows from an event: it belongs to what the event belongs to. */
    public static EventCause of(Envelope event) {
        return new EventCause(Optional.of(event.correlation()), Optional.of(event.eventId()), event.trace());
    }

    /** The same, in a trace. */
    public EventCause within(Trace current) {
        return new EventCause(correlation, event, Optional.of(current));
    }
}
