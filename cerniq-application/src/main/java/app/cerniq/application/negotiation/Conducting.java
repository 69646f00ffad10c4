package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.runtime.event.TellingDeals;
import app.cerniq.application.shared.Fingerprint;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.Remembered;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How every command runs: read, decide, keep. Two round trips to the store, no lock between them. */
final class Conducting {

    private static final Logger LOG = LoggerFactory.getLogger(Conducting.class);

    /** So often goods are looked for again where another deal was faster. */
    private static final int ATTEMPTS = 3;

    private final Storage storage;
    private final KeepingStock goods;
    private final SettingDeadline deadlines;
    private final Clock clock;
    private final Ids ids;
    private final Supervision supervision;
    private final TellingDeals news;

    Conducting(
            Storage storage,
            KeepingStock goods,
            SettingDeadline deadlines,
            Supervision supervision,
            Clock clock,
            Ids ids) {
        this.storage = storage;
        this.goods = goods;
        this.deadlines = deadlines;
        this.supervision = supervision;
        this.clock = clock;
        this.ids = ids;
        this.news = new TellingDeals(ids);
    }

    /** A command on a deal that exists. */
    Either<NegotiationRefusal, Receipt> conduct(
            Ask ask, Record command, Function<Situation, Either<NegotiationRefusal, Accepted>> decide) {
        var deal = ask.negotiation();
        return supervision.over(
                deal.tenant(), Optional.of(deal.value()), ask.actor(), command, () -> conducted(ask, command, decide));
    }

    private Attended conducted(
            Ask ask, Record command, Function<Situation, Either<NegotiationRefusal, Accepted>> decide) {
        var fingerprint = fingerprint(ask.negotiation(), ask.actor(), command);
        for (var attempt = 1; ; attempt++) {
            var situation = situation(ask, fingerprint);
            if (situation.isLeft()) {
                return situation.getLeft();
            }
            var decided = decided(situation.get(), decide);
            if (decided.isLeft()) {
                supervision.refused(situation.get().deal(), command, decided.getLeft());
                return Attended.now(left(goods.advised(situation.get(), decided.getLeft())));
            }
            var kept = keep(
                    Optional.of(situation.get().deal()),
                    decided.get(),
                    situation.get().decisions(),
                    situation.get().limits(),
                    ask.key(),
                    fingerprint,
                    ask.cause());
            if (kept.isRight()) {
                supervision.done(situation.get().deal(), decided.get());
            }
            if (attempt == ATTEMPTS || kept.isRight() || !(kept.getLeft() instanceof NotEnoughStock)) {
                return Attended.now(kept.mapLeft(refusal -> goods.advised(situation.get(), refusal)));
            }
        }
    }

    private Either<NegotiationRefusal, Accepted> decided(
            Situation situation, Function<Situation, Either<NegotiationRefusal, Accepted>> decide) {
        return decide.apply(situation).flatMap(accepted -> goods.follow(situation, accepted));
    }

    /** What is to be decided on; or the answer, where nothing is. */
    private Either<Attended, Situation> situation(Ask ask, ContentHash fingerprint) {
        var loaded = storage.negotiations().load(ask.negotiation(), ask.key());
        if (loaded.remembered().isPresent()) {
            return left(answer(loaded.remembered().get(), fingerprint, ask.key()));
        }
        if (loaded.negotiation().isEmpty()) {
            return left(Attended.now(left(unknown(ask.negotiation()))));
        }
        if (loaded.parked().isPresent() && ask.actor().kind() == ActorKind.AI_AGENT) {
            return left(Attended.now(left(loaded.parked().get())));
        }
        var deal = loaded.negotiation().get();
        return deal.version() == ask.expectedVersion()
                ? right(situation(deal, ask.actor(), loaded.timeLimits()))
                : left(Attended.now(left(new NegotiationRefusal.StaleVersion(ask.expectedVersion(), deal.version()))));
    }

    /** The command that begins a deal. */
    Either<NegotiationRefusal, Receipt> begin(
            TenantId tenant,
            Actor actor,
            IdempotencyKey key,
            Record command,
            EventCause cause,
            Function<Stamp, Function<NegotiationId, Accepted>> open) {
        return supervision.over(
                tenant, Optional.empty(), actor, command, () -> begun(tenant, actor, key, command, cause, open));
    }

    private Attended begun(
            TenantId tenant,
            Actor actor,
            IdempotencyKey key,
            Record command,
            EventCause cause,
            Function<Stamp, Function<NegotiationId, Accepted>> open) {
        var fingerprint = Fingerprint.of(tenant, ActorRef.of(actor), command);
        var id = new NegotiationId(tenant, ids.next());
        var loaded = storage.negotiations().load(id, key);
        if (loaded.remembered().isPresent()) {
            return answer(loaded.remembered().get(), fingerprint, key);
        }
        var accepted = open.apply(new Stamp(actor, now())).apply(id);
        return Attended.now(keep(Optional.empty(), accepted, List.of(), loaded.timeLimits(), key, fingerprint, cause));
    }

    /** To the microsecond, which is all that a database keeps: what is returned is what will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A situation in which something is decided that nobody will keep. */
    Situation imagined(Negotiation deal, Actor actor) {
        return situation(deal, actor, TimeLimits.STANDARD);
    }

    private Situation situation(Negotiation deal, Actor actor, TimeLimits limits) {
        return new Situation(deal, new Stamp(actor, now()), new DiscountRequestId(ids.next()), limits);
    }

    private static ContentHash fingerprint(NegotiationId id, Actor actor, Record command) {
        return Fingerprint.of(id, ActorRef.of(actor), command);
    }

    private static Attended answer(Remembered before, ContentHash fingerprint, IdempotencyKey key) {
        return before.fingerprint().equals(fingerprint)
                ? Attended.before(before.receipt())
                : Attended.now(left(new NegotiationRefusal.IdempotencyKeyReused(key.value())));
    }

    private NegotiationRefusal unknown(NegotiationId id) {
        return storage.tenants().discountLimits(id.tenant()).isEmpty()
                ? new NegotiationRefusal.UnknownTenant(id.tenant())
                : new NegotiationRefusal.UnknownNegotiation(id);
    }

    private Either<NegotiationRefusal, Receipt> keep(
            Optional<Negotiation> before,
            Accepted accepted,
            List<Decision<?>> decisions,
            TimeLimits limits,
            IdempotencyKey key,
            ContentHash fingerprint,
            EventCause cause) {
        var eventIds = Stream.generate(ids::next)
                .limit(accepted.change().events().size())
                .toList();
        var commit = new Commit(
                accepted,
                eventIds,
                decisions,
                key,
                fingerprint,
                receipt(accepted, decisions),
                news.messages(before, accepted, cause),
                deadlines.of(accepted.next(), limits));
        return storage.negotiations()
                .commit(commit)
                .peek(receipt -> LOG.debug(
                        "negotiation {} of tenant {} is at version {} in {}",
                        receipt.negotiation(),
                        receipt.negotiation().tenant(),
                        receipt.version(),
                        receipt.state()));
    }

    private static Receipt receipt(Accepted accepted, List<Decision<?>> decisions) {
        var next = accepted.next();
        return new Receipt(
                next.id(),
                next.version(),
                next.state(),
                next.bargain().quote().map(quote -> quote.hash()),
                waiting(accepted),
                decisions.stream()
                        .flatMap(decision -> decision.rules().stream())
                        .distinct()
                        .sorted(java.util.Comparator.comparing(RuleName::value))
                        .toList());
    }

    private static Optional<DiscountRequestId> waiting(Accepted accepted) {
        return accepted.change().events().stream()
                .filter(DiscountRequested.class::isInstance)
                .map(event -> ((DiscountRequested) event).request().id())
                .findFirst();
    }
}
