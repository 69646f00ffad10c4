package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.ContentHash;
import java.time.Instant;

/**
 * The customer's yes to exactly one quote version.
 *
 * @param evidence where the yes can be found: a message id or the customer's words
 */
public record Agreement(ContentHash quote, Instant at, String evidence) {}
