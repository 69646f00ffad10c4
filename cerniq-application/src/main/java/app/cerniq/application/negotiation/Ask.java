package app.cerniq.application.negotiation;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.shared.IdempotencyKey;

/**
 * Who asks something of which deal.
 *
 * @param key the caller's name for this one intended effect
 * @param expectedVersion the version the caller decided on: that of the last receipt or of the deal as it was read
 */
public record Ask(NegotiationId negotiation, Actor actor, IdempotencyKey key, long expectedVersion) {

    /** The usual way to write it. */
    public static Ask by(Actor actor, NegotiationId negotiation, long expectedVersion, String key) {
        return new Ask(negotiation, actor, new IdempotencyKey(key), expectedVersion);
    }
}
