package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.event.Trace;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as stores and bridges see it: headers as fields, the payload as text. No store needs the catalogue, so a store
 * can hand over what a newer or older version of the library wrote.
 *
 * @param type the public name, not necessarily one that this version of the library knows
 * @param payload a JSON object
 */
public record OutboxMessage(
        TenantId tenant,
        UUID eventId,
        String type,
        int version,
        Subject subject,
        UUID correlation,
        Optional<UUID> causation,
        Instant timestamp,
        Optional<Instant> scheduledFor,
        Metadata metadata,
        Optional<Trace> trace,
        String payload) {}
