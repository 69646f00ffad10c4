package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.approval.TaskOrder;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskRefusal.AlreadyClosed;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people at the same task at the same instant, and people against the seller who changes what they decide on. */
@Timeout(240)
class ApprovalRacesIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final int ROUNDS = 200;
    private static final int MIXED_ROUNDS = 40;
    private static final ExecutorService HANDS = Executors.newFixedThreadPool(2);

    private static PostgresStorage storage;

    private final MovableClock clock = MovableClock.at(Play.MORNING.plusSeconds(60));
    private TenantId tenant;
    private Cerniq cerniq;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.on(TestDatabase.migrated().runtime());
    }

    @AfterAll
    static void stop() {
        HANDS.shutdownNow();
    }

    @BeforeEach
    void set_up() {
        tenant = Stocked.tenant(storage, IDS);
        cerniq = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .notifications(notification -> {})
                .clock(clock)
                .ids(IDS)
                .build();
    }

    private Either<NegotiationRefusal, Receipt> does(
            NegotiationId deal,
            Actor actor,
            BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        var ask = Ask.by(actor, deal, deal(deal).version(), IDS.next().toString());
        return command.apply(cerniq.negotiations(), ask);
    }

    private Negotiation deal(NegotiationId id) {
        return cerniq.negotiations().find(id).orElseThrow();
    }

    /** A deal with a discount of 25 % that waits, and the task for it. */
    private HumanTask waiting() {
        var deal = cerniq.negotiations()
                .open(
                        tenant,
                        People.REP,
                        IDS.next().toString(),
                        OpenNegotiation.with(new LeadId(IDS.next()), Goods.COMPANY))
                .get()
                .negotiation();
        var seed = Goods.WHEAT_SEED;
        does(
                        deal,
                        People.REP,
                        (desk, ask) -> desk.addItem(
                                ask, new AddItem(seed.sku(), Quantity.of("40", seed.unit()), Percentage.ZERO)))
                .get();
        does(
                        deal,
                        People.REP,
                        (desk, ask) -> desk.requestDiscount(
                                ask,
                                new RequestDiscount(
                                        List.of(new RequestDiscount.Wanted(seed.sku(), Percentage.of("25"))),
                                        "a large customer")))
                .get();
        var request = deal(deal).bargain().requests().get(0);
        return cerniq.tasks()
                .open(
                        tenant,
                        People.SYSTEM,
                        new TaskOrder(
                                TaskTopic.ofDiscount(deal, request.id()),
                                "A discount waits",
                                Urgency.MEDIUM,
                                Role.SALES_MANAGER))
                .get();
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(2);
        var first = HANDS.submit(() -> {
            barrier.await();
            return one.call();
        });
        var second = HANDS.submit(() -> {
            barrier.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }

    @Test
    void of_two_who_decide_on_a_discount_at_once_one_does_and_the_other_is_told_who_and_what()
            throws InterruptedException, ExecutionException {
        for (var round = 0; round < ROUNDS; round++) {
            var task = waiting();

            var answers = together(
                    () -> cerniq.tasks().approve(task.id(), People.MANAGER, "yes"),
                    () -> cerniq.tasks().reject(task.id(), People.DIRECTOR, "no"));

            var closed = cerniq.tasks().find(task.id()).orElseThrow();
            assertOneWon(answers, closed);
            var isApproved = closed.status() == HumanTaskStatus.APPROVED;
            assertThat(closed.outcome().orElseThrow().by())
                    .isEqualTo(ActorRef.of(isApproved ? People.MANAGER : People.DIRECTOR));
            var bargain = deal(task.deal().orElseThrow()).bargain();
            assertThat(bargain.requests()).isEmpty();
            assertThat(bargain.approvals()).hasSize(isApproved ? 1 : 0);
        }
    }

    @Test
    void of_two_who_decide_on_anything_else_at_once_one_does_and_the_other_is_told_who_and_what()
            throws InterruptedException, ExecutionException {
        for (var round = 0; round < ROUNDS; round++) {
            var topic = new TaskTopic(HumanTaskKind.PAYMENT_PLAN, "negotiation", "17", "message " + round);
            var task = cerniq.tasks()
                    .open(tenant, People.SYSTEM, new TaskOrder(topic, "Instalments", Urgency.HIGH, Role.SALES_MANAGER))
                    .get();

            var answers = together(
                    () -> cerniq.tasks().approve(task.id(), People.MANAGER, "yes"),
                    () -> cerniq.tasks().reject(task.id(), People.DIRECTOR, "no"));

            assertOneWon(answers, cerniq.tasks().find(task.id()).orElseThrow());
        }
    }

    private static void assertOneWon(List<Either<HumanTaskRefusal, HumanTask>> answers, HumanTask closed) {
        assertThat(answers).filteredOn(Either::isRight).hasSize(1);
        assertThat(answers).filteredOn(Either::isRight).extracting(Either::get).containsExactly(closed);
        assertThat(answers)
                .filteredOn(Either::isLeft)
                .extracting(Either::getLeft)
                .containsExactly(new AlreadyClosed(closed.id(), closed.status(), closed.outcome()));
    }

    @Test
    void a_yes_and_a_change_of_the_line_never_both_hold() throws InterruptedException, ExecutionException {
        var seed = Goods.WHEAT_SEED;
        for (var round = 0; round < MIXED_ROUNDS; round++) {
            var task = waiting();
            var id = task.deal().orElseThrow();
            var more = new ChangeItem(seed.sku(), Optional.of(Quantity.of("41", seed.unit())), Optional.empty());

            together(
                    () -> cerniq.tasks().approve(task.id(), People.MANAGER, "yes"),
                    () -> does(id, People.REP, (desk, ask) -> desk.changeItem(ask, more)));

            var deal = deal(id);
            var line = deal.bargain().quote().orElseThrow().line(seed.sku()).orElseThrow();
            var closed = cerniq.tasks().find(task.id()).orElseThrow();
            assertThat(closed.status().isOpen()).isFalse();
            assertThat(deal.bargain().requests()).isEmpty();
            assertThat(line.discount().equals(Percentage.of("25")))
                    .isEqualTo(line.quantity().equals(Quantity.of("40", seed.unit()))
                            && deal.bargain().approves(line));
            assertThat(closed.status() == HumanTaskStatus.APPROVED)
                    .isEqualTo(!deal.bargain().approvals().isEmpty());
        }
    }

    @Test
    void a_yes_and_a_takeover_both_hold_and_neither_is_lost() throws InterruptedException, ExecutionException {
        for (var round = 0; round < MIXED_ROUNDS; round++) {
            var task = waiting();
            var id = task.deal().orElseThrow();
            var over = new HandOver(People.idOf(People.REP), "the customer asks for a person");

            together(() -> cerniq.tasks().approve(task.id(), People.MANAGER, "yes"), () -> {
                var answer = does(id, People.REP, (desk, ask) -> desk.handOver(ask, over));
                return answer.isRight() ? answer : does(id, People.REP, (desk, ask) -> desk.handOver(ask, over));
            });

            assertThat(deal(id).isHumanControlled()).isTrue();
            assertThat(deal(id).bargain().approvals()).hasSize(1);
            assertThat(cerniq.tasks().find(task.id()).orElseThrow().status()).isEqualTo(HumanTaskStatus.APPROVED);
        }
    }

    @Test
    void of_two_sweepers_at_the_end_of_the_chain_one_rejects() throws InterruptedException, ExecutionException {
        for (var round = 0; round < MIXED_ROUNDS; round++) {
            var task = waiting();
            clock.move(Duration.ofHours(1));
            cerniq.tasks().sweep(tenant);
            clock.move(Duration.ofHours(2));
            cerniq.tasks().sweep(tenant);
            clock.move(Duration.ofHours(2));

            var moved = together(
                    () -> cerniq.tasks().sweep(tenant), () -> cerniq.tasks().sweep(tenant));

            assertThat(moved.get(0) + moved.get(1)).isEqualTo(1);
            assertThat(cerniq.tasks().find(task.id()).orElseThrow().status()).isEqualTo(HumanTaskStatus.REJECTED);
            assertThat(deal(task.deal().orElseThrow()).bargain().requests()).isEmpty();
        }
    }
}
