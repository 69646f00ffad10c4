package app.cerniq.simulator;

import app.cerniq.simulator.world.Tally;
import java.util.List;

/**
 * What came out of many plans.
 *
 * @param tally what happened how often, in all of them
 * @param violations at most one of each plan, in the order of the plans
 */
public record CampaignReport(int plans, Tally tally, List<Violation> violations) {
    public CampaignReport {
        violations = List.copyOf(violations);
    }

    public boolean isSound() {
        return violations.isEmpty();
    }
}
