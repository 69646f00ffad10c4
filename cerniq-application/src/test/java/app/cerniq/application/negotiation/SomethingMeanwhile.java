package app.cerniq.application.negotiation;

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
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A store in which others are faster: something happens between what a command read and what it commits. */
final class SomethingMeanwhile extends ForwardingStorage {

    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private final Negotiations negotiations;
    private int commits;

    SomethingMeanwhile(Storage store) {
        super(store);
        this.negotiations = new Raced(store.negotiations());
    }

    /** What happens before the next commit for which nothing was foreseen yet. */
    void before(Runnable others) {
        meanwhile.add(others);
    }

    /** How often something was tried to be committed. */
    int commits() {
        return commits;
    }

    @Override
    public Negotiations negotiations() {
        return negotiations;
    }

    private final class Raced implements Negotiations {

        private final Negotiations store;

        Raced(Negotiations store) {
            this.store = store;
        }

        @Override
        public Either<NegotiationRefusal, Receipt> commit(Commit commit) {
            commits++;
            Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
            return store.commit(commit);
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
