package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.UserId;
import java.util.Optional;
import java.util.UUID;

/** What happens on the way to the customer (category J). Addresses and phone numbers are never told. */
public sealed interface ChannelEvent extends EventPayload {

    /** A human takes a deal over. */
    record HandoverInitiated(NegotiationId negotiationId, Optional<UserId> toUser, By initiatedBy)
            implements ChannelEvent {}

    /** An AI seller has a deal back. */
    record HandoverReturned(NegotiationId negotiationId, By returnedBy) implements ChannelEvent {}

    /** The earlier messages of a customer were read. */
    record ConversationLoaded(NegotiationId negotiationId, UUID conversationId, int messages) implements ChannelEvent {}

    /** A WhatsApp message was handed to the provider. */
    record WhatsappSent(NegotiationId negotiationId, UUID messageId, ContentHash textHash, String providerRef)
            implements ChannelEvent {}

    /** An e-mail was handed to the provider. */
    record EmailSent(NegotiationId negotiationId, UUID messageId, ContentHash textHash, String providerRef)
            implements ChannelEvent {}

    /** It was decided on which channel a message goes out. */
    record Routed(NegotiationId negotiationId, UUID messageId, ContactChannel channel, String reason)
            implements ChannelEvent {}
}
