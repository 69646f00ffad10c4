package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.shared.Policies;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.simulator.invariant.Invariant;
import app.cerniq.simulator.invariant.Moment;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host plugs in: a policy of its own, somebody who tries it, and what must hold of it. */
class OwnPolicyTest {

    private static final DroolsPolicies STANDARD = DroolsPolicies.standard();

    /** A house in which nobody gives a discount of more than five percent. */
    private static final class Tight {

        static Policies policies() {
            return LaxPolicies.discounting(
                    STANDARD,
                    question -> question.requested() <= 500
                            ? STANDARD.discounts().decide(question)
                            : LaxPolicies.decision(DiscountTier.REFUSED));
        }
    }

    /** Somebody who asks for one all the time. */
    private static final class Haggler implements Participant {

        @Override
        public String name() {
            return "haggler";
        }

        @Override
        public int weight() {
            return 30;
        }

        @Override
        public void act(Turn turn) {
            var wanted = Percentage.ofBasisPoints(turn.chance().between(1, 20) * 50);
            turn.someDeal().ifPresent(deal -> turn.ask(People.CEO, deal, new DiscountQuote(wanted)));
        }
    }

    private static final class NoMoreThanFive implements Invariant {

        @Override
        public String id() {
            return "HOUSE-1";
        }

        @Override
        public String sentence() {
            return "No line ever has a discount of more than 5 %.";
        }

        @Override
        public List<String> afterTurn(Moment moment) {
            return moment.changes().stream()
                    .flatMap(change -> change.events(QuoteRevised.class))
                    .flatMap(revised -> revised.quote().lines().stream())
                    .filter(line -> line.discount().exceeds(Percentage.of("5")))
                    .map(line -> line.sku() + " has " + line.discount())
                    .toList();
        }
    }

    private static Simulation.Builder house() {
        return Simulation.builder()
                .storage(InMemoryStorage::new)
                .actor(new Haggler())
                .invariant(world -> new NoMoreThanFive());
    }

    @Test
    void a_house_with_a_policy_of_its_own_keeps_its_own_invariant() {
        var report = Campaign.of(house().policies(Tight.policies()).build(), 1, 20, 300, 2)
                .run();

        assertThat(report.violations()).isEmpty();
        assertThat(report.tally().of(app.cerniq.simulator.world.Tally.Kind.TURNS, "haggler"))
                .isGreaterThan(100);
        assertThat(report.tally().of(app.cerniq.simulator.world.Tally.Kind.CHECKS, "HOUSE-1"))
                .isGreaterThan(20 * 300);
    }

    @Test
    void the_standard_policy_does_not_keep_it() {
        var report =
                Campaign.of(house().policies(STANDARD).build(), 1, 5, 300, 2).run();

        assertThat(report.violations())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.invariant()).isEqualTo("HOUSE-1"));
    }
}
