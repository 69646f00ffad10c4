package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.Collection;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.InvoiceOrder;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.fiscal.ProformaOrder;
import app.cerniq.ports.fiscal.StornoOrder;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fiscal.SimulatedEInvoices;
import app.cerniq.testkit.fiscal.SimulatedInvoicing;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many runners on the same sagas, and connections that die between a plan and its record: one document each. */
@Timeout(180)
class SagaRacesIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final int RUNNERS = 4;
    private static final int DEALS = 10;
    private static final int KILLINGS = 50;
    private static final int ATTEMPTS = 20;

    private static TestDatabase database;
    private static PostgresStorage storage;
    private static Raw owner;

    private final MovableClock clock = MovableClock.at(Play.MORNING.plusSeconds(60));
    private final SimulatedInvoicing office = new SimulatedInvoicing(clock);
    private final SimulatedEInvoices spv = new SimulatedEInvoices(clock);
    private TenantId tenant;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        owner = new Raw(database.owner());
    }

    @BeforeEach
    void set_up() {
        tenant = Stocked.tenant(storage, IDS);
    }

    private Cerniq engine(Invoicing invoicing) {
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .invoicing(invoicing)
                .eInvoices(spv)
                .clock(clock)
                .ids(IDS)
                .build();
    }

    private NegotiationId agreed() {
        var play = Play.open(storage.negotiations(), IDS, tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "1", "10"))
                .to(NegotiationState.PROPOSAL)
                .confirm()
                .to(NegotiationState.NEGOTIATION)
                .agree()
                .to(NegotiationState.CLOSING);
        return play.deal().id();
    }

    private List<NegotiationId> begun(Cerniq cerniq, int deals) {
        var begun = new ArrayList<NegotiationId>();
        for (var i = 0; i < deals; i++) {
            var deal = agreed();
            cerniq.sagas().complete(deal, People.REP).orElseThrow().get();
            begun.add(deal);
        }
        return begun;
    }

    @Test
    void of_many_runners_each_saga_is_one_runners_and_each_deal_has_one_proforma()
            throws InterruptedException, ExecutionException {
        var cerniq = engine(office);
        var deals = begun(cerniq, DEALS);
        var hands = Executors.newFixedThreadPool(RUNNERS);
        try {
            var runs = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < RUNNERS; i++) {
                runs.add(() -> cerniq.sagas().runOnce(100));
            }
            for (var run : hands.invokeAll(runs)) {
                run.get();
            }
        } finally {
            hands.shutdownNow();
        }

        assertThat(office.issued(tenant)).hasSize(DEALS);
        assertThat(deals)
                .allMatch(deal ->
                        cerniq.negotiations().find(deal).orElseThrow().state() == NegotiationState.PROFORMA_SENT);
    }

    @Test
    void when_all_sessions_die_in_the_middle_of_every_call_the_next_run_finds_what_was_done() {
        var calm = engine(office);
        var killing = engine(new Killing());

        for (var i = 0; i < KILLINGS; i++) {
            var deal = reached(() -> begun(calm, 1)).get(0);
            try {
                killing.sagas().runOnce(100);
            } catch (StorageUnavailable died) {
                assertThat(died).hasMessageContaining("Cannot");
            }
            clock.move(Duration.ofMinutes(6)); // the lease of whoever died is over
            reached(() -> calm.sagas().runOnce(100));

            assertThat(reached(() -> calm.negotiations().find(deal))
                            .orElseThrow()
                            .state())
                    .as("killing " + i)
                    .isEqualTo(NegotiationState.PROFORMA_SENT);
        }
        assertThat(office.issued(tenant)).hasSize(KILLINGS);
    }

    /** A session that was told to die may do so a little later, in somebody else's hands; who runs again, gets through. */
    private static <T> T reached(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StorageUnavailable died) {
                if (attempt == ATTEMPTS) {
                    throw died;
                }
            }
        }
    }

    /** An office in the middle of whose calls every session of the program dies. */
    private final class Killing implements Invoicing {

        @Override
        public Outcome<IssuedDocument> issueProforma(ProformaOrder order) {
            var outcome = office.issueProforma(order);
            owner.number(
                    Optional.empty(),
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
            return outcome;
        }

        @Override
        public Outcome<IssuedDocument> issueInvoice(InvoiceOrder order) {
            return office.issueInvoice(order);
        }

        @Override
        public Outcome<IssuedDocument> issueStorno(StornoOrder order) {
            return office.issueStorno(order);
        }

        @Override
        public Outcome<DocumentNumber> cancelProforma(TenantId whose, DocumentNumber proforma) {
            return office.cancelProforma(whose, proforma);
        }

        @Override
        public Outcome<Optional<IssuedDocument>> find(DocumentQuestion question) {
            return office.find(question);
        }

        @Override
        public Outcome<List<Collection>> collections(TenantId whose, DocumentNumber invoice) {
            return office.collections(whose, invoice);
        }
    }
}
