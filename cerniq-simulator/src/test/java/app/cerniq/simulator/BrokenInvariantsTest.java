package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Control;
import app.cerniq.domain.negotiation.Documents;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Negotiations.Loaded;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Booking;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.simulator.fault.FaultyStorage;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An invariant that cannot fail is worth nothing: here each of them does, and is named with the seed and the step. */
class BrokenInvariantsTest {

    private static final DroolsPolicies POLICIES = DroolsPolicies.standard();
    private static final int STEPS = 300;
    private static final int SEEDS = 60;

    private static Simulation.Builder simulation(Supplier<Storage> storage) {
        return Simulation.builder().storage(storage).policies(POLICIES);
    }

    /** The first violation of some seeds, which has to be that of one invariant, and comes again with its plan. */
    private static Violation broken(String invariant, Simulation simulation) {
        for (var seed = 1; seed <= SEEDS; seed++) {
            var violation = simulation.run(Plan.of(seed, STEPS)).violation();
            if (violation.isPresent()) {
                var found = violation.get();
                assertThat(found.invariant())
                        .as(String.join("\n", found.describe()))
                        .isEqualTo(invariant);
                assertThat(found.describe().get(0))
                        .isEqualTo("Seed " + seed + " broke " + invariant + " at step " + found.step() + ".");
                var again = simulation.run(found.plan()).violation();
                assertThat(again.map(Violation::invariant)).contains(invariant);
                return found;
            }
        }
        throw new AssertionError("Nobody noticed that " + invariant + " is broken.");
    }

    @Test
    void I1_a_counter_that_forgets_what_is_on_hand() {
        var storage = Sabotage.answering(
                "stockLevels.page",
                page -> ((List<?>) page)
                        .stream().map(level -> withLess((StockLevel) level)).toList());

        broken("I1", simulation(storage).build());
    }

    private static StockLevel withLess(StockLevel level) {
        return level.reserved().isNone()
                ? level
                : new StockLevel(
                        level.place(),
                        StockAmount.none(level.unit()),
                        level.reserved(),
                        level.replenishment(),
                        level.isChangedSinceSync());
    }

    @Test
    void I2_a_store_that_loses_reservations() {
        var storage = Sabotage.answering("reservations.of", entries -> List.of());

        broken("I2", simulation(storage).build());
    }

    @Test
    void I3_a_policy_that_permits_every_move() {
        var simulation = Simulation.builder()
                .policies(LaxPolicies.moving(POLICIES, (deal, to, actor) -> to != NegotiationState.DEAD))
                .legalMoves(POLICIES.moves().moves())
                .build();

        broken("I3", simulation);
    }

    @Test
    void I3_a_store_that_forgets_a_row_of_the_history_of_moves() {
        var storage = Sabotage.answering(
                "negotiations.transitions",
                rows -> ((List<?>) rows).stream().skip(1).toList());

        broken("I3", simulation(storage).build());
    }

    @Test
    void I4_a_policy_that_lets_every_discount_pass() {
        var simulation = Simulation.builder()
                .policies(LaxPolicies.discounting(POLICIES, DiscountTier.AUTO))
                .legalMoves(POLICIES.moves().moves())
                .build();

        broken("I4", simulation);
    }

    @Test
    void I6_a_store_that_forgets_that_a_human_took_over() {
        var storage = Sabotage.answering(
                "negotiations.load",
                loaded -> changed(
                        loaded,
                        deal -> copy(
                                deal, deal.isHumanControlled() ? Control.AGENT : deal.control(), deal.documents())));

        broken("I6", simulation(storage).except("I14").except("I3").build());
    }

    @Test
    void S1_a_store_that_lets_agents_go_on_while_automation_is_parked() {
        Supplier<Storage> storage = () -> FaultyStorage.over(new InMemoryStorage(), call -> switch (call.name()) {
            case "automation.park" -> true; // and nothing is
            default -> call.make();
        });

        broken("S1", simulation(storage).build());
    }

    @Test
    void I7_a_store_that_forgets_what_was_done_under_a_key() {
        var count = new AtomicInteger();
        Supplier<Storage> storage = () -> FaultyStorage.over(new InMemoryStorage(), call -> switch (call.name()) {
            case "negotiations.commit" ->
                Sabotage.answer(Sabotage.with(
                        call, underFreshKey((Commit) call.arguments().get(0), count.incrementAndGet())));
            default -> call.make();
        });

        broken("I7", simulation(storage).build());
    }

    private static Commit underFreshKey(Commit commit, int number) {
        return Altered.of(commit, "key", new IdempotencyKey("lost-" + number));
    }

    @Test
    void I7_a_warehouse_that_books_the_same_twice() {
        var count = new AtomicInteger();
        var storage = Sabotage.calling("inventory.book", call -> {
            var booking = (Booking) call.arguments().get(0);
            return Sabotage.answer(Sabotage.with(
                    call, Altered.of(booking, "key", new IdempotencyKey("lost-" + count.incrementAndGet()))));
        });

        broken("I7", simulation(storage).build());
    }

    @Test
    void I8_an_outbox_that_loses_a_message_now_and_then() {
        broken(
                "I8",
                simulation(claiming(claimed -> claimed.size() > 1 ? claimed.subList(1, claimed.size()) : claimed))
                        .build());
    }

    @Test
    void I8_an_outbox_that_hands_messages_out_in_another_order() {
        broken("I8", simulation(claiming(BrokenInvariantsTest::reversed)).build());
    }

    /** A store of which every third claim gives something else. */
    private static Supplier<Storage> claiming(UnaryOperator<List<?>> wrong) {
        return () -> {
            var count = new AtomicInteger();
            return FaultyStorage.over(
                    new InMemoryStorage(),
                    call -> call.name().equals("outbox.claim") && count.incrementAndGet() % 3 == 0
                            ? wrong.apply((List<?>) Sabotage.answer(call))
                            : call.make());
        };
    }

    private static List<?> reversed(List<?> all) {
        var reversed = new ArrayList<Object>(all);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void I9_a_store_that_forgets_documents() {
        var storage = Sabotage.answering(
                "negotiations.load",
                loaded -> changed(
                        loaded,
                        deal -> deal.state() == NegotiationState.CLOSING
                                ? copy(deal, deal.control(), Documents.NONE)
                                : deal));

        broken("I9", simulation(storage).except("I14").build());
    }

    @Test
    void I10_a_store_that_hands_no_saga_out() {
        var storage = Sabotage.answering("sagas.claim", claimed -> List.of());

        broken("I10", simulation(storage).build());
    }

    @Test
    void I10_a_journal_that_forgets_how_a_saga_began() {
        var storage = Sabotage.answering("sagas.journal", entries -> {
            var journal = (List<?>) entries;
            return journal.size() < 3 ? journal : journal.subList(1, journal.size());
        });

        broken("I10", simulation(storage).build());
    }

    @Test
    void I11_a_store_that_does_not_ask_whose_a_deal_is() {
        Supplier<Storage> storage = () -> {
            var tenants = new ArrayList<TenantId>();
            return FaultyStorage.over(new InMemoryStorage(), call -> {
                if (call.name().equals("tenants.setUp")) {
                    tenants.add((TenantId) call.arguments().get(0));
                }
                var answer = call.make();
                return call.name().equals("negotiations.find")
                                && Optional.empty().equals(answer)
                        ? tenants.stream()
                                .map(tenant -> Sabotage.answer(Sabotage.with(call, ofTenant(call, tenant))))
                                .filter(found -> !Optional.empty().equals(found))
                                .findFirst()
                                .orElse(Optional.empty())
                        : answer;
            });
        };

        broken("I11", simulation(storage).build());
    }

    private static NegotiationId ofTenant(app.cerniq.simulator.fault.PortCall call, TenantId tenant) {
        return new NegotiationId(tenant, ((NegotiationId) call.arguments().get(0)).value());
    }

    @Test
    void I12_an_invoice_that_is_a_ban_too_high() {
        var storage = Sabotage.calling(
                "negotiations.commit",
                call -> Sabotage.answer(
                        Sabotage.with(call, dearer((Commit) call.arguments().get(0)))));

        broken("I12", simulation(storage).build());
    }

    private static Commit dearer(Commit commit) {
        var change = commit.accepted().change();
        if (change.events().stream().noneMatch(InvoiceIssued.class::isInstance)) {
            return commit;
        }
        var next = commit.accepted().next();
        var invoice = dearer(next.documents().invoice().orElseThrow());
        var documents = new Documents(
                next.documents().proforma(),
                Optional.of(invoice),
                next.documents().payments());
        List<NegotiationEvent> events = change.events().stream()
                .map(event -> event instanceof InvoiceIssued ? new InvoiceIssued(invoice) : event)
                .toList();
        var accepted = new Accepted(copy(next, next.control(), documents), Altered.of(change, "events", events));
        return Altered.of(commit, "accepted", accepted);
    }

    private static Invoice dearer(Invoice invoice) {
        return new Invoice(
                invoice.ref(), invoice.issuedAt(), invoice.gross().plus(Money.ron("0.01")), invoice.stornoRef());
    }

    @Test
    void I14_a_store_that_rewrites_history() {
        var storage = Sabotage.answering("negotiations.history", changes -> {
            var history = (List<?>) changes;
            return history.size() < 6 ? history : history.subList(1, history.size());
        });

        broken("I14", simulation(storage).build());
    }

    @Test
    void I14_a_store_that_keeps_another_state_than_its_history_tells() {
        var storage = Sabotage.answering(
                "negotiations.find",
                found -> ((Optional<?>) found)
                        .map(deal -> (Negotiation) deal)
                        .map(deal -> deal.version() < 5 ? deal : copy(deal, Control.AGENT, Documents.NONE))
                        .filter(deal -> true));

        broken("I14", simulation(storage).build());
    }

    @Test
    void I0_a_policy_that_fails() {
        var simulation = Simulation.builder()
                .policies(LaxPolicies.moving(POLICIES, (deal, to, actor) -> {
                    throw new IllegalStateException("out of rules");
                }))
                .legalMoves(POLICIES.moves().moves())
                .build();

        assertThat(broken("I0", simulation).fault()).contains("out of rules");
    }

    private static Object changed(Object loaded, UnaryOperator<Negotiation> change) {
        return Altered.of(
                (Loaded) loaded, "negotiation", ((Loaded) loaded).negotiation().map(change));
    }

    private static Negotiation copy(Negotiation deal, Control control, Documents documents) {
        return Altered.of(Altered.of(deal, "control", control), "documents", documents);
    }
}
