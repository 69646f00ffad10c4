package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.rules.DroolsPolicies;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    private static final DroolsPolicies POLICIES = DroolsPolicies.standard();
    private static final Simulation LAX = Simulation.builder()
            .policies(LaxPolicies.discounting(POLICIES, DiscountTier.AUTO))
            .legalMoves(POLICIES.moves().moves())
            .build();

    @Test
    void a_failing_seed_becomes_shorter_and_still_fails() {
        var found = LAX.run(Plan.of(3, 500)).violation().orElseThrow();

        var shrunk = new Shrinking(LAX, 150).shrink(found);

        assertThat(shrunk.invariant()).isEqualTo(found.invariant());
        assertThat(shrunk.plan().taken())
                .hasSizeLessThan(20)
                .hasSizeLessThan(found.plan().taken().size());
        assertThat(LAX.run(shrunk.plan()).violation()).contains(shrunk);
    }

    @Test
    void a_violation_says_what_broke_what_happened_before_and_how_to_see_it_again() {
        var found = LAX.run(Plan.of(3, 500)).violation().orElseThrow();

        assertThat(found.describe())
                .startsWith("Seed 3 broke I4 at step " + found.step() + ".")
                .contains("  again: ./cerniq simulate --seed 3 --steps "
                        + found.plan().steps() + " --trace");
        assertThat(found.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    }
}
