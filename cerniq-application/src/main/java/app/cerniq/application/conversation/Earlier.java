package app.cerniq.application.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said in an earlier stage of a sale.
 *
 * @param fromCustomer whether the customer said it; otherwise we did
 */
public record Earlier(boolean fromCustomer, String text, Instant at, Optional<String> externalId) {}
