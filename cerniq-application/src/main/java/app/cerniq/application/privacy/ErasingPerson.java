package app.cerniq.application.privacy;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.shared.Fingerprint;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.privacy.Erasure;
import app.cerniq.domain.privacy.PrivacyRefusal;
import app.cerniq.domain.privacy.RetentionPlan;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Forgetting the person behind some deals: all are looked at before the first is changed. */
final class ErasingPerson {

    /** So often a deal is looked at again that somebody else changed meanwhile. */
    private static final int ATTEMPTS = 3;

    private static final int LONGEST_REASON = 500;

    private record Asked(String reason) {}

    private record Request(TenantId tenant, Actor actor, String reason, IdempotencyKey key) {}

    private record Planned(Accepted accepted, Erasure erasure) {}

    private final Storage storage;
    private final RetentionPlan plan;
    private final Clock clock;
    private final Ids ids;

    ErasingPerson(Storage storage, RetentionPlan plan, Clock clock, Ids ids) {
        this.storage = storage;
        this.plan = plan;
        this.clock = clock;
        this.ids = ids;
    }

    Either<PrivacyRefusal, List<Erasure>> erase(
            TenantId tenant, List<NegotiationId> deals, Actor actor, String reason, IdempotencyKey key) {
        var request = new Request(tenant, actor, checked(reason), key);
        var done = storage.personalData().erasures(tenant, key);
        if (done.stream().anyMatch(erasure -> !isOf(erasure, request))) {
            return left(new PrivacyRefusal.IdempotencyKeyReused(key.value()));
        }
        var before = new HashSet<>(done.stream().map(Erasure::negotiation).toList());
        var left = deals.stream().filter(id -> !before.contains(id)).toList();
        var planned = new ArrayList<Planned>();
        for (var id : left) {
            var plan = plan(id, request);
            if (plan.isLeft()) {
                return left(plan.getLeft());
            }
            plan.get().ifPresent(planned::add);
        }
        for (var one : planned) {
            var kept = keep(one, request);
            if (kept.isPresent()) {
                return left(kept.get());
            }
        }
        return right(storage.personalData().erasures(tenant, key));
    }

    private static String checked(String reason) {
        var stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason has 1 to " + LONGEST_REASON + " characters, not " + stripped.length() + ".");
        }
        return stripped;
    }

    private static boolean isOf(Erasure erasure, Request request) {
        return erasure.reason().equals(request.reason()) && erasure.by().equals(ActorRef.of(request.actor()));
    }

    /** What is to be done with a deal; nothing where its person was forgotten before. */
    private Either<PrivacyRefusal, Optional<Planned>> plan(NegotiationId id, Request request) {
        var deal = storage.negotiations().find(id);
        if (deal.isEmpty()) {
            return left(new PrivacyRefusal.UnknownDeal(id));
        }
        var history = storage.negotiations().history(id);
        if (history.size() != deal.get().version()) { // it was changed between the two reads
            return left(new PrivacyRefusal.ChangedMeanwhile(id));
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var kept = KeptInvoices.of(history, plan, at);
        var redaction = kept.redaction();
        if (redaction.of(history).equals(history)
                && SaidWords.of(storage.conversations(), id).isEmpty()) {
            return right(Optional.empty());
        }
        if (PersonalTexts.names(history, request.reason())) {
            return left(new PrivacyRefusal.ReasonNamesThePerson());
        }
        return deal.get()
                .handling(new Stamp(request.actor(), at))
                .erasePerson(redaction.fold(history), redaction, kept.until())
                .mapLeft(refusal -> (PrivacyRefusal) new PrivacyRefusal.DealForbids(id, refusal))
                .map(accepted -> Optional.of(new Planned(
                        accepted,
                        new Erasure(
                                id,
                                accepted.next().version(),
                                request.key().value(),
                                ActorRef.of(request.actor()),
                                at,
                                request.reason(),
                                redaction.inOrder(),
                                kept.byLaw()))));
    }

    private Optional<PrivacyRefusal> keep(Planned first, Request request) {
        var id = first.erasure().negotiation();
        var planned = first;
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var kept = storage.personalData().erase(commit(planned, request), planned.erasure());
            if (kept.isRight()) {
                return Optional.empty();
            }
            if (!(kept.getLeft() instanceof NegotiationRefusal.StaleVersion)) {
                return Optional.of(new PrivacyRefusal.DealForbids(id, kept.getLeft()));
            }
            var again = plan(id, request);
            if (again.isLeft() && !(again.getLeft() instanceof PrivacyRefusal.ChangedMeanwhile)) {
                return Optional.of(again.getLeft());
            }
            if (again.isRight() && again.get().isEmpty()) {
                return Optional.empty(); // somebody else forgot them meanwhile
            }
            planned = again.isRight() ? again.get().orElseThrow() : planned;
        }
        return Optional.of(new PrivacyRefusal.ChangedMeanwhile(id));
    }

    private Commit commit(Planned planned, Request request) {
        var next = planned.accepted().next();
        var eventIds = Stream.generate(ids::next)
                .limit(planned.accepted().change().events().size())
                .toList();
        return new Commit(
                planned.accepted(), eventIds, List.of(), key(next, request), fingerprint(next, request), receipt(next));
    }

    /** One key per deal; of the same length, however long the key of the request is. */
    private static IdempotencyKey key(Negotiation deal, Request request) {
        var both =
                ContentHash.of(List.of(request.key().value(), deal.id().value().toString()));
        return new IdempotencyKey("privacy " + both.hex());
    }

    /** Nothing of the person is in it: a code of thirteen digits could be guessed from its hash. */
    private static ContentHash fingerprint(Negotiation deal, Request request) {
        return Fingerprint.of(deal.id(), ActorRef.of(request.actor()), new Asked(request.reason()));
    }

    private static Receipt receipt(Negotiation next) {
        return new Receipt(
                next.id(),
                next.version(),
                next.state(),
                next.bargain().quote().map(quote -> quote.hash()),
                Optional.empty(),
                List.of());
    }
}
