package app.cerniq.domain.runtime.event;

import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One published event on its way. Source: specification, sections 15.1 and 21.6, C73.
 *
 * @param eventId time-ordered (RFC 9562, version 7); the same event has the same id, however often it is delivered
 * @param version of the payload, from 1
 * @param correlation what belongs together; the negotiation's id unless a command brought another one
 * @param causation the event that led to the command that led to this one
 * @param timestamp when it happened
 * @param scheduledFor not to be delivered before
 */
public record Envelope(
        UUID eventId,
        EventType type,
        int version,
        TenantId tenant,
        UUID correlation,
        Optional<UUID> causation,
        Instant timestamp,
        Optional<Instant> scheduledFor,
        Subject subject,
        EventPayload payload,
        Metadata metadata,
        Optional<Trace> trace) {

    public Envelope {
        if (EventType.of(payload) != type || version < 1) {
            throw new IllegalArgumentException("A payload of " + EventType.of(payload) + " does not go into version "
                    + version + " of " + type + ".");
        }
    }
}
