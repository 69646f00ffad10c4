package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything one command has to leave behind.
 *
 * @param accepted the next state and the change; the version before it is the one that must still stand
 * @param eventIds one id per event, in the same order
 * @param decisions the policy's answers that the command rested on
 * @param fingerprint the hash of the command
 * @param messages what others are told of it, in this order
 * @param deadline until when the next state may stand; it replaces that of the version before
 */
public record Commit(
        Accepted accepted,
        List<UUID> eventIds,
        List<Decision<?>> decisions,
        IdempotencyKey key,
        ContentHash fingerprint,
        Receipt receipt,
        List<OutboxMessage> messages,
        Optional<Deadline> deadline) {
    public Commit {
        messages = List.copyOf(messages);
        eventIds = List.copyOf(eventIds);
        decisions = List.copyOf(decisions);
        if (eventIds.size() != accepted.change().events().size()) {
            throw new IllegalArgumentException("One id per event: " + eventIds.size() + " ids for "
                    + accepted.change().events().size() + " events.");
        }
    }

    /** A commit of which nobody is told, and whose state may stand for ever. */
    public Commit(
            Accepted accepted,
            List<UUID> eventIds,
            List<Decision<?>> decisions,
            IdempotencyKey key,
            ContentHash fingerprint,
            Receipt receipt) {
        this(accepted, eventIds, decisions, key, fingerprint, receipt, List.of(), Optional.empty());
    }
}
