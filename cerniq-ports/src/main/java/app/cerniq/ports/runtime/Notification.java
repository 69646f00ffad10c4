package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import java.util.Map;
import java.util.Set;

/**
 * Something that people should hear of. Source: document 001, notification request.
 *
 * @param title 1 to 200 characters, no personal data of a customer
 * @param recipients everybody of the tenant with one of these roles; at least one
 * @param channels empty where the host chooses
 * @param metadata references such as ids, for whoever builds a link
 */
public record Notification(
        TenantId tenant,
        Type type,
        Urgency urgency,
        String title,
        String body,
        Set<Role> recipients,
        Set<Channel> channels,
        Map<String, String> metadata) {

    /** What it is about; the names of the source document, and those that it forgot. */
    public enum Type {
        STOCK_LOW_ALERT,
        STOCK_DRIFT,
        OBLIO_RECONCILIATION_DISCREPANCY,
        EINVOICE_ERROR_HITL,
        HITL_ESCALATION,
        HITL_TAKEOVER,
        HITL_DISCOUNT_APPROVAL,
        HITL_DOCUMENT_REVIEW,
        HITL_SLA_WARNING,
        HITL_EXPIRED,
        DEAL_WAITS,
        CIRCUIT_BREAKER_OPEN,
        SPV_DEADLINE_CRITICAL
    }

    /** By which way it should come. */
    public enum Channel {
        PUSH,
        SMS,
        EMAIL,
        SLACK
    }

    public Notification {
        recipients = Set.copyOf(recipients);
        channels = Set.copyOf(channels);
        metadata = Map.copyOf(metadata);
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("A title has 1 to 200 characters, not " + title.length() + ".");
        }
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A notification has at least one recipient.");
        }
    }
}
