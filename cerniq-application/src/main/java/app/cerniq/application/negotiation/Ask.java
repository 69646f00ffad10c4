package app.cerniq.application.negotiation;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.shared.IdempotencyKey;

/**
 * Who asks something of which deal.
 *
 * @param key the caller's name for this one intended effect
 * @param expectedVersion the version the caller decided on: that of the last receipt or of the deal as it was read
 * @param cause why it is asked; {@link EventCause#NONE} where nothing but the caller's own will is behind it
 */
public record Ask(NegotiationId negotiation, Actor actor, IdempotencyKey key, long expectedVersion, EventCause cause) {

    /** An ask of the caller's own accord. */
    public Ask(NegotiationId negotiation, Actor actor, IdempotencyKey key, long expectedVersion) {
        this(negotiation, actor, key, expectedVersion, EventCause.NONE);
    }

    /** The usual way to write it. */
    public static Ask by(Actor actor, NegotiationId negotiation, long expectedVersion, String key) {
        return new Ask(negotiation, actor, new IdempotencyKey(key), expectedVersion);
    }

    /** The same, because of something: the events that follow name it, and belong to what it belongs to. */
    public Ask because(EventCause known) {
        return new Ask(negotiation, actor, key, expectedVersion, known);
    }
}
