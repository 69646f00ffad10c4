package app.cerniq.ports.conversation;

import app.cerniq.domain.guardrail.RowRef;

/**
 * The row behind a claim of a message that left, as it was.
 *
 * @param claim what kind of claim, for example {@code Amount}
 * @param said the words of the claim
 */
public record Evidence(int number, String claim, String said, RowRef row) {}
