package app.cerniq.ports.negotiation;

import app.cerniq.domain.shared.ContentHash;

/**
 * What was done under an idempotency key.
 *
 * @param fingerprint the hash of the command
 * @param receipt what it answered
 */
public record Remembered(ContentHash fingerprint, Receipt receipt) {}
