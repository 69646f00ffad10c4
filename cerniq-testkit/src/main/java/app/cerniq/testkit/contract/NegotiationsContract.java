package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.WholeLife;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link Negotiations} must do. */
public interface NegotiationsContract extends StorageContract {

    private Negotiations store() {
        return storage().negotiations();
    }

    private Play open() {
        return Play.open(store(), ids(), tenant());
    }

    @Test
    default void a_negotiation_that_was_never_opened_is_not_found() {
        assertThat(store().find(new NegotiationId(tenant(), ids().next()))).isEmpty();
    }

    @Test
    default void an_opened_negotiation_comes_back_as_it_was() {
        var play = open();

        assertThat(store().find(play.deal().id())).contains(play.deal());
    }

    @Test
    default void every_kind_of_event_is_stored_and_comes_back() {
        var lives = WholeLife.allEvents(store(), ids(), tenant());

        var stored = lives.stream()
                .flatMap(deal -> store().history(deal.id()).stream())
                .flatMap(change -> change.events().stream())
                .map(Object::getClass)
                .distinct()
                .toList();
        assertThat(stored).hasSameElementsAs(List.of(NegotiationEvent.class.getPermittedSubclasses()));
    }

    @Test
    default void folding_the_history_gives_the_stored_state() {
        for (var deal : WholeLife.allEvents(store(), ids(), tenant())) {
            var found = store().find(deal.id());

            assertThat(found).contains(deal);
            assertThat(Negotiation.fold(store().history(deal.id()))).isEqualTo(deal);
        }
    }

    @Test
    default void the_history_is_complete_and_in_order() {
        var play = open().toProformaSent();

        assertThat(store().history(play.deal().id()))
                .extracting(Change::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    default void each_move_has_exactly_one_row_in_the_history_of_moves() {
        var play = open().toProformaSent();

        assertThat(store().transitions(play.deal().id()))
                .extracting(Transition::from, Transition::to, Transition::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NegotiationState.DISCOVERY, NegotiationState.PROPOSAL, 3L),
                        org.assertj.core.groups.Tuple.tuple(
                                NegotiationState.PROPOSAL, NegotiationState.NEGOTIATION, 5L),
                        org.assertj.core.groups.Tuple.tuple(NegotiationState.NEGOTIATION, NegotiationState.CLOSING, 7L),
                        org.assertj.core.groups.Tuple.tuple(
                                NegotiationState.CLOSING, NegotiationState.PROFORMA_SENT, 9L));
    }

    @Test
    default void every_version_of_the_quote_is_kept() {
        var play = open().quote(Lines.of(Goods.WHEAT_SEED, "40", "0"))
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "5"), Lines.of(Goods.NOZZLE, "2", "0"));

        assertThat(store().quotes(play.deal().id()))
                .hasSize(2)
                .extracting(QuoteVersion::hash)
                .last()
                .isEqualTo(play.quoteHash());
    }

    @Test
    default void a_write_on_an_old_version_is_refused_and_leaves_nothing() {
        var play = open();
        var late = play.move(People.REP, NegotiationState.DEAD);
        play.to(NegotiationState.PROPOSAL);

        var answer = store().commit(Play.commitOf(late, ids()));

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.StaleVersion(1, 2)));
        assertThat(store().find(play.deal().id())).contains(play.deal());
        assertThat(store().history(play.deal().id())).hasSize(2);
        assertThat(store().transitions(play.deal().id())).hasSize(1);
    }

    @Test
    default void a_lead_has_one_active_negotiation() {
        var tenant = tenant();
        var lead = new LeadId(ids().next());
        Play.open(store(), ids(), tenant, lead);

        var second = store().commit(Play.commitOf(Play.opening(ids(), tenant, lead), ids()));

        assertThat(second).isEqualTo(Either.left(new NegotiationRefusal.LeadAlreadyInNegotiation(lead)));
    }

    @Test
    default void a_lead_whose_deal_is_dead_can_be_sold_to_again() {
        var tenant = tenant();
        var lead = new LeadId(ids().next());
        Play.open(store(), ids(), tenant, lead).to(NegotiationState.DEAD);

        var second = Play.open(store(), ids(), tenant, lead);

        assertThat(store().find(second.deal().id())).contains(second.deal());
    }

    @Test
    default void a_dead_deal_does_not_rise_beside_a_newer_one() {
        var tenant = tenant();
        var lead = new LeadId(ids().next());
        var old = Play.open(store(), ids(), tenant, lead).to(NegotiationState.DEAD);
        Play.open(store(), ids(), tenant, lead);

        var answer = store().commit(Play.commitOf(old.move(People.REP, NegotiationState.DISCOVERY), ids()));

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.LeadAlreadyInNegotiation(lead)));
    }

    @Test
    default void the_same_lead_belongs_to_each_tenant_alone() {
        var lead = new LeadId(ids().next());
        Play.open(store(), ids(), tenant(), lead);

        var other = Play.open(store(), ids(), tenant(), lead);

        assertThat(store().find(other.deal().id())).contains(other.deal());
    }

    @Test
    default void a_tenant_does_not_see_the_negotiation_of_another() {
        var play = open();
        var stranger = new NegotiationId(tenant(), play.deal().id().value());

        assertThat(store().find(stranger)).isEmpty();
        assertThat(store().history(stranger)).isEmpty();
        assertThat(store().quotes(stranger)).isEmpty();
        assertThat(store().transitions(stranger)).isEmpty();
    }

    @Test
    default void an_unknown_tenant_opens_nothing() {
        var nobody = new TenantId(ids().next());

        var answer = store().commit(Play.commitOf(Play.opening(ids(), nobody, new LeadId(ids().next())), ids()));

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.UnknownTenant(nobody)));
    }

    @Test
    default void the_same_key_with_the_same_command_has_one_effect() {
        var play = open();
        var commit = keyed(play, "key-1", "command");
        var first = store().commit(commit);

        var second = store().commit(commit);

        assertThat(second).isEqualTo(first).isEqualTo(Either.right(commit.receipt()));
        assertThat(store().history(play.deal().id())).hasSize(2);
    }

    @Test
    default void the_same_key_with_another_command_is_refused() {
        var play = open();
        store().commit(keyed(play, "key-2", "command"));

        var answer = store().commit(keyed(play, "key-2", "another command"));

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.IdempotencyKeyReused("key-2")));
    }

    @Test
    default void what_was_done_under_a_key_is_remembered() {
        var play = open();
        var commit = keyed(play, "key-3", "command");
        store().commit(commit);

        var loaded = store().load(play.deal().id(), new IdempotencyKey("key-3"));

        assertThat(loaded.negotiation()).contains(commit.accepted().next());
        assertThat(loaded.remembered().orElseThrow().fingerprint()).isEqualTo(commit.fingerprint());
        assertThat(loaded.remembered().orElseThrow().receipt()).isEqualTo(commit.receipt());
        assertThat(store().remembered(play.deal().id().tenant(), new IdempotencyKey("key-3")))
                .isEqualTo(loaded.remembered());
    }

    @Test
    default void a_key_of_one_tenant_means_nothing_to_another() {
        var play = open();
        store().commit(keyed(play, "key-4", "command"));

        assertThat(store().remembered(tenant(), new IdempotencyKey("key-4"))).isEmpty();
    }

    @Test
    default void of_many_writers_on_one_version_exactly_one_wins() throws InterruptedException, ExecutionException {
        var play = open();
        var writers = 8;
        var barrier = new CyclicBarrier(writers);
        var attempts = new ArrayList<Callable<Either<NegotiationRefusal, Receipt>>>();
        for (var writer = 0; writer < writers; writer++) {
            var target = writer % 2 == 0 ? NegotiationState.PROPOSAL : NegotiationState.DEAD;
            var commit = Play.commitOf(play.move(People.REP, target), ids());
            attempts.add(() -> {
                barrier.await();
                return store().commit(commit);
            });
        }

        var answers = inParallel(attempts);

        assertThat(answers).filteredOn(Either::isRight).hasSize(1);
        assertThat(answers)
                .filteredOn(Either::isLeft)
                .allSatisfy(
                        answer -> assertThat(answer.getLeft()).isEqualTo(new NegotiationRefusal.StaleVersion(1, 2)));
        assertThat(store().history(play.deal().id())).hasSize(2);
        assertThat(store().transitions(play.deal().id())).hasSize(1);
    }

    @Test
    default void of_many_openings_for_one_lead_exactly_one_wins() throws InterruptedException, ExecutionException {
        var tenant = tenant();
        var lead = new LeadId(ids().next());
        var barrier = new CyclicBarrier(6);
        var attempts = new ArrayList<Callable<Either<NegotiationRefusal, Receipt>>>();
        for (var writer = 0; writer < 6; writer++) {
            var commit = Play.commitOf(Play.opening(ids(), tenant, lead), ids());
            attempts.add(() -> {
                barrier.await();
                return store().commit(commit);
            });
        }

        var answers = inParallel(attempts);

        assertThat(answers).filteredOn(Either::isRight).hasSize(1);
        assertThat(answers)
                .filteredOn(Either::isLeft)
                .allSatisfy(answer ->
                        assertThat(answer.getLeft()).isEqualTo(new NegotiationRefusal.LeadAlreadyInNegotiation(lead)));
    }

    @Test
    default void of_many_repeats_of_one_command_exactly_one_has_an_effect()
            throws InterruptedException, ExecutionException {
        var play = open();
        var commit = keyed(play, "key-5", "command");
        var barrier = new CyclicBarrier(6);
        var attempts = new ArrayList<Callable<Either<NegotiationRefusal, Receipt>>>();
        for (var repeat = 0; repeat < 6; repeat++) {
            attempts.add(() -> {
                barrier.await();
                return store().commit(commit);
            });
        }

        var answers = inParallel(attempts);

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(Either.right(commit.receipt())));
        assertThat(store().history(play.deal().id())).hasSize(2);
    }

    private Commit keyed(Play play, String key, String command) {
        var plain = Play.commitOf(play.move(People.REP, NegotiationState.PROPOSAL), ids(), new IdempotencyKey(key));
        return new Commit(
                plain.accepted(),
                plain.eventIds(),
                plain.decisions(),
                plain.key(),
                ContentHash.of(List.of(command)),
                plain.receipt(),
                plain.messages(),
                plain.deadline());
    }

    private static <T> List<T> inParallel(List<Callable<T>> attempts) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(attempts.size());
        try {
            var answers = new ArrayList<T>();
            for (Future<T> future : pool.invokeAll(attempts)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    default void no_agent_commits_while_the_automation_of_its_tenant_is_parked() {
        var play = Play.open(store(), ids(), tenant());
        var tenant = play.deal().id().tenant();
        var revision = play.revision(Lines.of(Goods.WHEAT_SEED, "40", "0"));
        var park = Park.ordered(tenant, ActorRef.of(People.MANAGER), "Prices are being changed.", play.now());
        storage().automation().park(park);

        var refused = store().commit(Play.commitOf(revision, ids()));

        assertThat(refused.getLeft())
                .isEqualTo(new NegotiationRefusal.AutomationParked(play.now(), "Prices are being changed."));
        assertThat(store().load(play.deal().id(), new IdempotencyKey("any")).parked())
                .isPresent();
        assertThat(store().find(play.deal().id())).contains(play.deal());
    }
}
