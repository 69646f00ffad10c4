package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.WholeLife;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A commit writes only the sides of a deal that its events touch; here the domain says which those are. */
class AspectTest {

    private static final InMemoryStorage STORAGE = new InMemoryStorage();
    private static final CountedIds IDS = new CountedIds(1);

    static Stream<Arguments> everyEventOfWholeLives() {
        var tenant = Stocked.tenant(STORAGE, IDS);
        var deals = new ArrayList<>(WholeLife.allEvents(STORAGE.negotiations(), IDS, tenant));
        deals.add(resurrectedFromTheHandsOfAHuman(tenant));
        return deals.stream().flatMap(AspectTest::steps);
    }

    /** A resurrection touches most: a quote, documents and a human in charge are all there to be lost. */
    private static Negotiation resurrectedFromTheHandsOfAHuman(TenantId tenant) {
        return Play.open(STORAGE.negotiations(), IDS, tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "10"))
                .to(NegotiationState.PROPOSAL)
                .confirm()
                .to(NegotiationState.NEGOTIATION)
                .agree()
                .to(NegotiationState.CLOSING)
                .issueProforma("PF 1")
                .to(NegotiationState.NEGOTIATION)
                .step(People.REP, it -> stamp -> it.handling(stamp).handOver(People.idOf(People.REP), "asked"))
                .to(NegotiationState.DEAD)
                .to(NegotiationState.DISCOVERY)
                .deal();
    }

    private static Stream<Arguments> steps(Negotiation deal) {
        var history = STORAGE.negotiations().history(deal.id());
        var before = Negotiation.fold(history.subList(0, 1));
        var steps = new ArrayList<Arguments>();
        for (var change : history.subList(1, history.size())) {
            var at = before;
            for (var event : change.events()) {
                var after = event.applyTo(at, change);
                steps.add(Arguments.of(event, at, after));
                at = after;
            }
            before = before.apply(
                    new Change(change.negotiation(), change.version(), change.by(), change.at(), change.events()));
        }
        return steps.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyEventOfWholeLives")
    void what_an_event_is_not_said_to_touch_stays_as_it_was(
            NegotiationEvent event, Negotiation before, Negotiation after) {
        var touched = Aspect.touchedBy(List.of(event));

        for (var aspect : Aspect.values()) {
            if (!touched.contains(aspect)) {
                assertThat(side(aspect, after)).as("%s", aspect).isEqualTo(side(aspect, before));
            }
        }
    }

    private static Object side(Aspect aspect, Negotiation deal) {
        return switch (aspect) {
            case CHANGE -> deal.version();
            case ORIGIN ->
                List.of(
                        deal.id(),
                        deal.lead(),
                        deal.journey(),
                        deal.channel(),
                        deal.bargain().currency(),
                        deal.bargain().rounding(),
                        deal.timing().createdAt(),
                        deal.timing().createdBy(),
                        deal.timing().firstContactAt());
            case STAGE -> deal.stage();
            case ASSIGNMENT -> deal.assignment();
            case CLIENT -> deal.client();
            case BARGAIN -> deal.bargain();
            case CONTROL -> deal.control();
            case SESSION -> deal.session();
            case DOCUMENTS -> deal.documents();
            case GOODS -> deal.stock();
            case OUTLOOK -> deal.outlook();
            case ANNOTATIONS -> deal.annotations();
        };
    }
}
