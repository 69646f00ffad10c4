package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Deadlines;
import app.cerniq.ports.negotiation.Deadlines.Due;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.Remembered;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.ports.shared.IdempotencyKey;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One lock for everything: a commit is atomic because nobody else is inside. */
final class InMemoryNegotiations implements Negotiations {

    private record Keyed(TenantId tenant, IdempotencyKey key) {}

    private final InMemoryTenants tenants;
    private final InMemoryStock stock;
    private final InMemoryAutomation automation;
    private final InMemoryOutbox outbox;
    private final Map<NegotiationId, Negotiation> current = new HashMap<>();
    private final Map<NegotiationId, List<Change>> changes = new HashMap<>();
    private final Map<NegotiationId, Due> deadlines = new HashMap<>();
    private final Map<Keyed, Remembered> receipts = new HashMap<>();

    InMemoryNegotiations(
            InMemoryTenants tenants, InMemoryStock stock, InMemoryAutomation automation, InMemoryOutbox outbox) {
        this.tenants = tenants;
        this.automation = automation;
        this.stock = stock;
        this.outbox = outbox;
    }

    @Override
    public synchronized Optional<Negotiation> find(NegotiationId id) {
        return Optional.ofNullable(current.get(id));
    }

    @Override
    public synchronized Loaded load(NegotiationId id, IdempotencyKey key) {
        return new Loaded(
                find(id),
                remembered(id.tenant(), key),
                parked(id.tenant()),
                tenants.timeLimits(id.tenant()).orElse(TimeLimits.STANDARD));
    }

    @Override
    public synchronized Optional<Remembered> remembered(TenantId tenant, IdempotencyKey key) {
        return Optional.ofNullable(receipts.get(new Keyed(tenant, key)));
    }

    @Override
    public synchronized Either<NegotiationRefusal, Receipt> commit(Commit commit) {
        var next = commit.accepted().next();
        var id = next.id();
        if (!tenants.knows(id.tenant())) {
            return left(new NegotiationRefusal.UnknownTenant(id.tenant()));
        }
        var before = remembered(id.tenant(), commit.key());
        if (before.isPresent()) {
            return before.get().fingerprint().equals(commit.fingerprint())
                    ? right(before.get().receipt())
                    : left(new NegotiationRefusal.IdempotencyKeyReused(
                            commit.key().value()));
        }
        var parked = parked(id.tenant());
        if (parked.isPresent() && commit.accepted().change().by().kind() == ActorKind.AI_AGENT) {
            return left(parked.get());
        }
        var standing = find(id).map(Negotiation::version).orElse(0L);
        if (standing != next.version() - 1) {
            return left(new NegotiationRefusal.StaleVersion(next.version() - 1, standing));
        }
        if (next.state().isActive() && hasOtherActive(next)) {
            return left(new NegotiationRefusal.LeadAlreadyInNegotiation(next.lead()));
        }
        var settled = settle(commit);
        if (settled.isPresent()) {
            return left(settled.get());
        }
        current.put(id, next);
        commit.deadline()
                .ifPresentOrElse(
                        deadline -> deadlines.put(id, new Due(id, next.version(), deadline)),
                        () -> deadlines.remove(id));
        changes.computeIfAbsent(id, fresh -> new ArrayList<>())
                .add(commit.accepted().change());
        outbox.tell(next.version(), commit.messages());
        receipts.put(new Keyed(id.tenant(), commit.key()), new Remembered(commit.fingerprint(), commit.receipt()));
        return right(commit.receipt());
    }

    private Optional<NegotiationRefusal.AutomationParked> parked(TenantId tenant) {
        return automation
                .parked(tenant)
                .map(park -> new NegotiationRefusal.AutomationParked(park.since(), park.reason()));
    }

    private Optional<NegotiationRefusal> settle(Commit commit) {
        synchronized (stock) {
            var warehouse = stock.of(commit.accepted().next().id().tenant());
            var settlement = new StockSettlement(warehouse, commit.accepted());
            var fault = settlement.fault();
            if (fault.isEmpty()) {
                settlement.apply();
            }
            return fault;
        }
    }

    private boolean hasOtherActive(Negotiation next) {
        return current.values().stream()
                .anyMatch(other -> !other.id().equals(next.id())
                        && other.id().tenant().equals(next.id().tenant())
                        && other.lead().equals(next.lead())
                        && other.state().isActive());
    }

    @Override
    public synchronized List<Change> history(NegotiationId id) {
        return List.copyOf(changes.getOrDefault(id, List.of()));
    }

    @Override
    public List<Transition> transitions(NegotiationId id) {
        return history(id).stream()
                .flatMap(change -> eventsOf(change, StateChanged.class)
                        .map(moved -> new Transition(
                                change.version(),
                                moved.from(),
                                moved.to(),
                                moved.reason(),
                                moved.trigger(),
                                change.by(),
                                moved.rules(),
                                change.at())))
                .toList();
    }

    @Override
    public List<QuoteVersion> quotes(NegotiationId id) {
        return history(id).stream()
                .flatMap(change -> eventsOf(change, QuoteRevised.class))
                .map(QuoteRevised::quote)
                .toList();
    }

    /** Deadlines beside the deals that they belong to, under the same lock. */
    Deadlines deadlines() {
        return new InMemoryDeadlines();
    }

    private final class InMemoryDeadlines implements Deadlines {

        private static final int MOST = 10_000;
        private static final Comparator<Due> LONGEST_OVERDUE = Comparator.comparing(
                        (Due due) -> due.deadline().at())
                .thenComparing(due -> due.negotiation().value().toString());

        @Override
        public List<Due> due(TenantId tenant, Instant at, Optional<Due> after, int limit) {
            checkPage(limit);
            synchronized (InMemoryNegotiations.this) {
                return deadlines.values().stream()
                        .filter(due -> due.negotiation().tenant().equals(tenant))
                        .filter(due -> due.deadline().isPassedAt(at))
                        .filter(due -> after.map(last -> LONGEST_OVERDUE.compare(due, last) > 0)
                                .orElse(true))
                        .sorted(LONGEST_OVERDUE)
                        .limit(limit)
                        .toList();
            }
        }

        @Override
        public boolean reschedule(NegotiationId negotiation, long version, Optional<Deadline> deadline) {
            synchronized (InMemoryNegotiations.this) {
                var stands =
                        find(negotiation).map(deal -> deal.version() == version).orElse(false);
                if (stands) {
                    deadline.ifPresentOrElse(
                            next -> deadlines.put(negotiation, new Due(negotiation, version, next)),
                            () -> deadlines.remove(negotiation));
                }
                return stands;
            }
        }

        @Override
        public List<Ended> endedSessions(TenantId tenant, Instant at, int limit) {
            checkPage(limit);
            synchronized (InMemoryNegotiations.this) {
                return current.values().stream()
                        .filter(deal -> deal.id().tenant().equals(tenant))
                        .flatMap(deal -> deal.session().stream()
                                .filter(session -> session.isOverAt(at))
                                .map(session -> new Ended(deal.id(), deal.version(), session)))
                        .sorted(Comparator.comparing(
                                        (Ended ended) -> ended.session().expiresAt())
                                .thenComparing(
                                        ended -> ended.negotiation().value().toString()))
                        .limit(limit)
                        .toList();
            }
        }

        @Override
        public List<TenantId> tenantsWithDueDeals(Instant at, Optional<TenantId> after, int limit) {
            checkPage(limit);
            synchronized (InMemoryNegotiations.this) {
                return deadlines.values().stream()
                        .filter(due -> due.deadline().isPassedAt(at))
                        .map(due -> due.negotiation().tenant())
                        .distinct()
                        .filter(tenant -> after.map(last -> TenantOrder.BY_ID.compare(tenant, last) > 0)
                                .orElse(true))
                        .sorted(TenantOrder.BY_ID)
                        .limit(limit)
                        .toList();
            }
        }

        private static void checkPage(int limit) {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("A page is 1 to " + MOST + " rows, not " + limit + ".");
            }
        }
    }

    private static <E> Stream<E> eventsOf(Change change, Class<E> type) {
        return change.events().stream().filter(type::isInstance).map(type::cast);
    }

    /** Commits, and redacts all that was before; nothing where the commit is refused. */
    synchronized Either<NegotiationRefusal, Receipt> erase(Commit commit, Redaction redaction) {
        return commit(commit)
                .peek(receipt -> changes.computeIfPresent(
                        receipt.negotiation(), (id, all) -> new ArrayList<>(redaction.of(all))));
    }

    /** All deals of a tenant, by id. */
    synchronized List<Negotiation> of(TenantId tenant) {
        return current.values().stream()
                .filter(deal -> deal.id().tenant().equals(tenant))
                .sorted(Comparator.comparing(deal -> deal.id().value().toString()))
                .toList();
    }
}
