package app.cerniq.application.runtime.safety;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.Desk;
import app.cerniq.application.negotiation.ForwardingStorage;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.safety.AutomationRefusal;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Automation that misbehaves stops by itself, for this tenant and until a person lets it go on. */
class AutomationDeskTest {

    private final Desk desk = new Desk();
    private final AutomationDesk automation = desk.cerniq.automation();

    @Test
    void an_agent_that_is_refused_too_often_is_parked() {
        allow(Signal.REFUSAL, 3);

        blunder(3);
        assertThat(automation.parked(desk.tenant)).isEmpty();
        blunder(1);

        assertThat(automation.parked(desk.tenant).map(Park::reason))
                .contains("4 × REFUSAL within 10 minutes; allowed are 3.");
    }

    @Test
    void refusals_that_are_old_count_no_more() {
        allow(Signal.REFUSAL, 3);
        blunder(3);
        desk.clock.move(Duration.ofMinutes(10));

        blunder(1);

        assertThat(automation.parked(desk.tenant)).isEmpty();
    }

    @Test
    void people_may_be_refused_as_often_as_they_like() {
        allow(Signal.REFUSAL, 1);

        for (var i = 0; i < 5; i++) {
            desk.moves(People.REP, NegotiationState.PAID);
        }

        assertThat(automation.parked(desk.tenant)).isEmpty();
    }

    @Test
    void that_somebody_else_was_faster_is_no_misbehaviour() {
        allow(Signal.REFUSAL, 1);
        var stale = desk.ask(People.AGENT);
        desk.adds(Goods.WHEAT_SEED, "40", "0");

        for (var i = 0; i < 5; i++) {
            assertThat(desk.cerniq
                            .negotiations()
                            .addItem(stale, Desk.adding(Goods.NOZZLE, "1", "0"))
                            .getLeft())
                    .isInstanceOf(NegotiationRefusal.StaleVersion.class);
        }

        assertThat(automation.parked(desk.tenant)).isEmpty();
    }

    @Test
    void an_agent_that_gives_too_many_discounts_is_parked() {
        allow(Signal.DISCOUNT, 2);
        desk.adds(Goods.WHEAT_SEED, "40", "0");

        for (var percent = 1; percent <= 3; percent++) {
            var discount = new DiscountQuote(Percentage.of(String.valueOf(percent)));
            desk.must(People.AGENT, (deals, ask) -> deals.discountQuote(ask, discount));
        }

        assertThat(automation.parked(desk.tenant)).isPresent();
    }

    @Test
    void a_discount_that_is_asked_for_again_under_its_key_is_one() {
        allow(Signal.DISCOUNT, 1);
        desk.adds(Goods.WHEAT_SEED, "40", "0");
        var ask = desk.ask(People.AGENT);
        var discount = new DiscountQuote(Percentage.of("1"));

        var first = desk.cerniq.negotiations().discountQuote(ask, discount).get();
        for (var i = 0; i < 3; i++) {
            assertThat(desk.cerniq.negotiations().discountQuote(ask, discount).get())
                    .isEqualTo(first);
        }

        assertThat(automation.parked(desk.tenant)).isEmpty();
    }

    @Test
    void a_key_that_is_used_for_something_else_is_misbehaviour() {
        allow(Signal.REFUSAL, 1);
        var ask = desk.ask(People.AGENT);
        desk.cerniq
                .negotiations()
                .addItem(ask, Desk.adding(Goods.WHEAT_SEED, "40", "0"))
                .get();

        for (var i = 0; i < 2; i++) {
            assertThat(desk.cerniq
                            .negotiations()
                            .addItem(ask, Desk.adding(Goods.NOZZLE, "1", "0"))
                            .getLeft())
                    .isInstanceOf(NegotiationRefusal.IdempotencyKeyReused.class);
        }

        assertThat(automation.parked(desk.tenant)).isPresent();
    }

    @Test
    void what_cannot_be_counted_is_done_all_the_same() {
        var uncounted = new Desk(Uncounted::new, AllocationStrategy.fewestLocations());
        uncounted.adds(Goods.WHEAT_SEED, "40", "0");

        var answer = uncounted.does(
                People.AGENT, (deals, ask) -> deals.discountQuote(ask, new DiscountQuote(Percentage.of("1"))));

        assertThat(answer.get().version()).isEqualTo(uncounted.deal().version());
        assertThat(uncounted.deal().bargain().quote().orElseThrow().hash())
                .isEqualTo(answer.get().quote().orElseThrow());
    }

    @Test
    void what_cannot_be_counted_is_refused_all_the_same() {
        var uncounted = new Desk(Uncounted::new, AllocationStrategy.fewestLocations());

        assertThat(uncounted.moves(People.AGENT, NegotiationState.PAID).getLeft())
                .isInstanceOf(NegotiationRefusal.IllegalMove.class);
    }

    @Test
    void a_parked_agent_is_refused_on_every_deal_and_people_are_not() {
        var other = desk.beside();
        automation
                .park(desk.tenant, People.MANAGER, "Prices are being changed.")
                .get();

        var agent =
                other.does(People.AGENT, (deals, ask) -> deals.addItem(ask, Desk.adding(Goods.WHEAT_SEED, "4", "0")));
        var person =
                other.does(People.REP, (deals, ask) -> deals.addItem(ask, Desk.adding(Goods.WHEAT_SEED, "4", "0")));

        assertThat(agent.getLeft().describe())
                .startsWith("AUTOMATION_PARKED: The automation of this tenant is parked since ")
                .contains("Prices are being changed.");
        assertThat(person.isRight()).isTrue();
    }

    @Test
    void a_parked_agent_opens_no_deal() {
        automation
                .park(desk.tenant, People.MANAGER, "Prices are being changed.")
                .get();

        var opened = desk.open(new LeadId(desk.ids.next()), "another");

        assertThat(opened.getLeft()).isInstanceOf(NegotiationRefusal.AutomationParked.class);
    }

    @Test
    void after_a_person_resumed_the_agent_goes_on_and_the_count_begins_anew() {
        allow(Signal.REFUSAL, 3);
        blunder(4);

        automation
                .resume(desk.tenant, People.MANAGER, "The prompt was corrected.")
                .get();
        blunder(3);

        assertThat(automation.parked(desk.tenant)).isEmpty();
        desk.adds(Goods.WHEAT_SEED, "4", "0");
    }

    @Test
    void automation_does_not_let_itself_go_on() {
        automation
                .park(desk.tenant, People.MANAGER, "Prices are being changed.")
                .get();

        var resumed = automation.resume(desk.tenant, People.AGENT, "I feel better.");

        assertThat(resumed.getLeft().describe())
                .startsWith("ONLY_PEOPLE_RESUME: Automation does not let itself go on.");
        assertThat(automation.parked(desk.tenant)).isPresent();
    }

    @Test
    void what_runs_is_not_resumed() {
        assertThat(automation.resume(desk.tenant, People.MANAGER, "Why not?").getLeft())
                .isInstanceOf(AutomationRefusal.NotParked.class);
    }

    @Test
    void what_stands_still_is_not_parked_again() {
        automation.park(desk.tenant, People.MANAGER, "First.").get();

        assertThat(automation.park(desk.tenant, People.CEO, "Second.").getLeft().describe())
                .startsWith("ALREADY_PARKED: The automation of this tenant stands still already: First.");
    }

    @Test
    void an_unknown_tenant_is_not_parked() {
        var nobody = new TenantId(desk.ids.next());

        assertThat(automation.park(nobody, People.MANAGER, "Nobody.").getLeft())
                .isEqualTo(new AutomationRefusal.UnknownTenant(nobody));
    }

    private void allow(Signal signal, int limit) {
        automation.bound(desk.tenant, new SafetyBound(signal, limit, Duration.ofMinutes(10)));
    }

    private void blunder(int times) {
        for (var i = 0; i < times; i++) {
            assertThat(desk.moves(People.AGENT, NegotiationState.PAID).isLeft()).isTrue();
        }
    }

    /** A store that goes away whenever something is to be counted. */
    private static final class Uncounted extends ForwardingStorage {

        Uncounted(Storage store) {
            super(store);
        }

        @Override
        public Automation automation() {
            throw new StorageUnavailable("The store is away.", new IllegalStateException());
        }
    }
}
