package app.cerniq.testkit.memory;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.privacy.Erasure;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.privacy.PersonalData;
import app.cerniq.ports.shared.IdempotencyKey;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Persons are looked for in every deal of the tenant: nobody is asked for often. */
final class InMemoryPersonalData implements PersonalData {

    private final InMemoryNegotiations negotiations;
    private final InMemoryConversations conversations;
    private final List<Erasure> erasures = new ArrayList<>();

    InMemoryPersonalData(InMemoryNegotiations negotiations, InMemoryConversations conversations) {
        this.negotiations = negotiations;
        this.conversations = conversations;
    }

    @Override
    public List<NegotiationId> dealsOf(TenantId tenant, DataSubject who) {
        return negotiations.of(tenant).stream()
                .map(Negotiation::id)
                .filter(id -> knows(id, who))
                .toList();
    }

    private boolean knows(NegotiationId id, DataSubject who) {
        return who instanceof DataSubject.OfDeal named
                ? named.negotiation().equals(id)
                : negotiations.history(id).stream()
                        .flatMap(change -> change.events().stream())
                        .flatMap(InMemoryPersonalData::client)
                        .anyMatch(who::isIn);
    }

    private static Stream<ClientData> client(NegotiationEvent event) {
        if (event instanceof Opened opened) {
            return Stream.of(opened.client());
        }
        return event instanceof ClientDataUpdated updated ? Stream.of(updated.client()) : Stream.empty();
    }

    @Override
    public synchronized Either<NegotiationRefusal, Receipt> erase(Commit commit, Erasure erasure) {
        return negotiations
                .erase(commit, new Redaction(new HashSet<>(erasure.kept())))
                .peek(receipt -> {
                    conversations.forget(erasure.negotiation());
                    record(erasure);
                });
    }

    private void record(Erasure erasure) {
        if (last(erasure.negotiation())
                .filter(before -> before.version() >= erasure.version())
                .isEmpty()) {
            erasures.add(erasure);
        }
    }

    @Override
    public synchronized List<Erasure> erasures(TenantId tenant, IdempotencyKey request) {
        return erasures.stream()
                .filter(erasure -> erasure.negotiation().tenant().equals(tenant))
                .filter(erasure -> erasure.request().equals(request.value()))
                .sorted(Comparator.comparing(
                        erasure -> erasure.negotiation().value().toString()))
                .toList();
    }

    @Override
    public synchronized List<Erasure> erasures(NegotiationId negotiation) {
        return erasures.stream()
                .filter(erasure -> erasure.negotiation().equals(negotiation))
                .toList();
    }

    private Optional<Erasure> last(NegotiationId id) {
        return erasures(id).stream().reduce((earlier, later) -> later);
    }

    @Override
    public synchronized List<NegotiationId> outlived(TenantId tenant, Instant overBefore, LocalDate today, int limit) {
        return negotiations.of(tenant).stream()
                .filter(deal -> !deal.state().isActive())
                .filter(deal -> deal.stage().changedAt().isBefore(overBefore))
                .filter(deal -> last(deal.id())
                        .map(before -> before.keptByLaw()
                                .filter(kept -> !kept.until().isAfter(today))
                                .isPresent())
                        .orElse(true))
                .sorted(Comparator.comparing(deal -> deal.stage().changedAt()))
                .limit(limit)
                .map(Negotiation::id)
                .toList();
    }
}
