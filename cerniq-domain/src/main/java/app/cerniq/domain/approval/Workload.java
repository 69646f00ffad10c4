package app.cerniq.domain.approval;

import app.cerniq.domain.shared.UserId;
import java.time.Instant;

/**
 * How much somebody has to do.
 *
 * @param open tasks that this person has and that are open, 0 or more
 * @param lastAssignedAt when this person was last given one
 */
public record Workload(UserId user, int open, Instant lastAssignedAt) {}
