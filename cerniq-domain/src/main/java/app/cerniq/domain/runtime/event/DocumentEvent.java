package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ContentHash;
import java.time.Instant;
import java.util.UUID;

/** What happens to documents (category I). */
public sealed interface DocumentEvent extends EventPayload {

    /** A template was read. */
    record TemplateLoaded(String template, int templateVersion) implements DocumentEvent {}

    /** The text of a document was made. */
    record Generated(
            UUID documentId, NegotiationId negotiationId, String documentKind, String template, int templateVersion)
            implements DocumentEvent {}

    /** A document was drawn. */
    record Rendered(UUID documentId, NegotiationId negotiationId, String mediaType, ContentHash content, long bytes)
            implements DocumentEvent {}

    /** A document lies where it can be fetched. */
    record Stored(UUID documentId, NegotiationId negotiationId, ContentHash content, String place)
            implements DocumentEvent {}

    /** A document lies where it stays as long as the law asks. */
    record Archived(UUID documentId, NegotiationId negotiationId, ContentHash content, Instant keepUntil)
            implements DocumentEvent {}
}
