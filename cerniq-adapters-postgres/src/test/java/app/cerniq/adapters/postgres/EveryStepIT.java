package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.Remembered;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.testkit.fixture.WholeLife;
import app.cerniq.testkit.time.CountedIds;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** I14 at every step of whole lives: the row is what the domain decided, and what folding the journal gives. */
class EveryStepIT {

    private static final CountedIds IDS = new CountedIds(1);

    @Test
    void after_every_commit_the_row_and_the_journal_say_what_the_domain_said() {
        var storage = PostgresStorage.on(TestDatabase.migrated().runtime());
        var tenant = Stocked.tenant(storage, IDS);

        var deals = WholeLife.allEvents(new Watched(storage.negotiations()), IDS, tenant);

        assertThat(deals).isNotEmpty();
    }

    /** Looks after every commit. */
    private record Watched(Negotiations store) implements Negotiations {

        @Override
        public Either<NegotiationRefusal, Receipt> commit(Commit commit) {
            var answer = store.commit(commit);
            var decided = commit.accepted().next();
            assertThat(store.find(decided.id())).contains(decided);
            assertThat(Negotiation.fold(store.history(decided.id()))).isEqualTo(decided);
            return answer;
        }

        @Override
        public Optional<Negotiation> find(NegotiationId id) {
            return store.find(id);
        }

        @Override
        public Loaded load(NegotiationId id, IdempotencyKey key) {
            return store.load(id, key);
        }

        @Override
        public Optional<Remembered> remembered(TenantId tenant, IdempotencyKey key) {
            return store.remembered(tenant, key);
        }

        @Override
        public List<Change> history(NegotiationId id) {
            return store.history(id);
        }

        @Override
        public List<Transition> transitions(NegotiationId id) {
            return store.transitions(id);
        }

        @Override
        public List<QuoteVersion> quotes(NegotiationId id) {
            return store.quotes(id);
        }
    }
}
