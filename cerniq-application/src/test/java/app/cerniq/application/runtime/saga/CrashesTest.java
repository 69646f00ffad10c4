package app.cerniq.application.runtime.saga;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.ForwardingStorage;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.Sagas;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fiscal.Fault;
import app.cerniq.testkit.fiscal.Faults;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the partners do, and wherever the process dies: one document of each kind, and no deal that is half done. */
class CrashesTest {

    /** So many changes a whole saga has, and some to spare. */
    private static final int CHANGES = 40;

    /** A store whose process dies at one change of a saga: just before it is stored, or just after. */
    private static final class Dying extends ForwardingStorage implements Sagas {

        private final Sagas sagas;
        private final int at;
        private final boolean after;
        private int changes;

        Dying(Storage store, int at, boolean after) {
            super(store);
            this.sagas = store.sagas();
            this.at = at;
            this.after = after;
        }

        @Override
        public Sagas sagas() {
            return this;
        }

        @Override
        public Either<SagaRefusal, Saga> keep(SagaChange change, List<OutboxMessage> messages) {
            changes++;
            if (changes == at && !after) {
                throw new StorageUnavailable("The process died before it could write.");
            }
            var kept = sagas.keep(change, messages);
            if (changes == at) {
                throw new StorageUnavailable("The process died after it had written.");
            }
            return kept;
        }

        @Override
        public Either<SagaRefusal, Saga> begin(SagaChange start, List<OutboxMessage> messages) {
            return sagas.begin(start, messages);
        }

        @Override
        public Optional<Saga> find(SagaId id) {
            return sagas.find(id);
        }

        @Override
        public List<Saga> about(TenantId tenant, String kind, UUID subject) {
            return sagas.about(tenant, kind, subject);
        }

        @Override
        public List<Saga> in(TenantId tenant, Set<SagaStatus> statuses, int limit) {
            return sagas.in(tenant, statuses, limit);
        }

        @Override
        public List<SagaEntry> journal(SagaId id) {
            return sagas.journal(id);
        }

        @Override
        public List<TenantId> due(Instant from, int limit) {
            return sagas.due(from, limit);
        }

        @Override
        public List<Saga> claim(TenantId tenant, Lease lease, int limit) {
            return sagas.claim(tenant, lease, limit);
        }

        @Override
        public void release(SagaId id, Lease lease) {
            sagas.release(id, lease);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wherever_the_process_dies_the_next_one_finishes_with_one_document_of_each_kind(boolean after) {
        for (var at = 1; at <= CHANGES; at++) {
            var dying = at;
            var it = new Completing(store -> new Dying(store, dying, after));

            it.runs().pass(Duration.ofMinutes(30));
            assertThat(it.desk.deal().state()).as("died at change " + at).isEqualTo(NegotiationState.PROFORMA_SENT);
            try {
                it.accepts();
            } catch (StorageUnavailable died) {
                assertThat(died).hasMessageContaining("process died");
            }
            it.pass(Duration.ofMinutes(30));
            it.pays().pass(Duration.ofHours(8));

            assertThat(it.status()).as("died at change " + at).isEqualTo(SagaStatus.DONE);
            assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PAID);
            assertThat(it.office.issued(it.desk.tenant)).hasSize(2);
            assertThat(it.spv.uploaded(it.desk.tenant)).hasSize(1);
            assertThat(it.desk.faults()).isEmpty();
        }
    }

    @Property(tries = 60)
    void whatever_the_partners_do_nothing_is_made_out_twice_and_nothing_stays_half_done(@ForAll long seed) {
        var it = new Completing();
        var chance = new Random(seed);
        Faults faults = operation -> chance.nextInt(3) == 0 ? Optional.of(fault(chance)) : Optional.empty();
        it.office.failing(faults);
        it.spv.failing(faults);

        it.runs().pass(Duration.ofHours(1));
        if (it.desk.deal().state() == NegotiationState.PROFORMA_SENT) {
            it.accepts().pass(Duration.ofHours(1));
        }
        if (it.desk.deal().state() == NegotiationState.INVOICED) {
            it.pays().pass(Duration.ofHours(12));
        }

        assertThat(it.documents(DocumentKind.PROFORMA)).hasSizeLessThan(2);
        assertThat(it.documents(DocumentKind.INVOICE)).hasSizeLessThan(2);
        it.desk
                .deal()
                .documents()
                .invoice()
                .ifPresent(invoice -> assertThat(it.documents(DocumentKind.INVOICE)
                                .get(0)
                                .number()
                                .toString())
                        .isEqualTo(invoice.ref()));
        assertThat(it.desk.faults()).isEmpty();
        if (it.status() == SagaStatus.DONE) {
            assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PAID);
        } else {
            assertThat(it.saga().dueAt().isPresent()
                            || it.status() == SagaStatus.STUCK
                            || it.status().isOver())
                    .isTrue();
        }
    }

    private static Fault fault(Random chance) {
        var all = List.of(Fault.values());
        return all.get(chance.nextInt(all.size()));
    }
}
