package app.cerniq.domain.guardrail;

import java.util.Optional;

/**
 * A claim and the row that says the same; empty where there is none, which is a violation.
 *
 * @param row what was read and its version: kept with the message as its evidence
 */
public record BoundClaim(Claim claim, Optional<RowRef> row) {}
