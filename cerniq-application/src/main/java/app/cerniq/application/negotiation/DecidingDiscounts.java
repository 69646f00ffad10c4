package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.approval.Consequence;
import app.cerniq.application.approval.Verdict;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RejectDiscount;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskRefusal.NotCarriedOut;
import app.cerniq.domain.approval.HumanTaskRefusal.UnreadableValue;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.negotiation.Receipt;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A decision on a task about a discount is a command on its deal, with the authority of whoever decides. */
public final class DecidingDiscounts implements Consequence {

    /** So often a deal is read again that changed meanwhile. */
    private static final int ATTEMPTS = 8;

    private final NegotiationDesk deals;
    private final Negotiations store;
    private final Clock clock;

    /** Over the deals of one engine. */
    public DecidingDiscounts(NegotiationDesk deals, Negotiations store, Clock clock) {
        this.deals = deals;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean concerns(HumanTask task) {
        return task.topic().discount().isPresent()
                && task.deal().flatMap(deals::find).isPresent();
    }

    @Override
    public Either<HumanTaskRefusal, TaskSettlement> carryOut(HumanTask task, Verdict verdict, Actor by) {
        return lowered(task, verdict).flatMap(lowered -> carriedOut(task, verdict, lowered, by));
    }

    private Either<HumanTaskRefusal, TaskSettlement> carriedOut(
            HumanTask task, Verdict verdict, Optional<Percentage> lowered, Actor by) {
        var id = task.deal().orElseThrow();
        var request = task.topic().discount().orElseThrow();
        for (var attempt = 1; ; attempt++) {
            var settled = settled(task);
            if (settled.isPresent()) {
                return right(settled.get());
            }
            var deal = deals.find(id).orElseThrow();
            var ask = Ask.by(by, id, deal.version(), key(task, deal, by));
            var answer = verdict.isYes()
                    ? deals.grantDiscount(ask, new GrantDiscount(request, lowered, verdict.reason()))
                    : deals.rejectDiscount(ask, new RejectDiscount(request, verdict.reason()));
            if (answer.isLeft() && (attempt == ATTEMPTS || !isOvertaken(answer))) {
                return left(new NotCarriedOut(task.id(), answer.getLeft()));
            }
        }
    }

    private static String key(HumanTask task, Negotiation deal, Actor by) {
        return "task " + task.id() + " at " + deal.version() + " by " + by.id();
    }

    /** The deal went on, or somebody else has decided; who, stands in its history. */
    private static boolean isOvertaken(Either<NegotiationRefusal, Receipt> answer) {
        return answer.getLeft() instanceof NegotiationRefusal.StaleVersion
                || answer.getLeft() instanceof NegotiationRefusal.NoSuchDiscountRequest;
    }

    private static Either<HumanTaskRefusal, Optional<Percentage>> lowered(HumanTask task, Verdict verdict) {
        if (verdict.value().isEmpty()) {
            return right(Optional.empty());
        }
        var given = verdict.value().get();
        return Percentage.parse(given.replace("%", "").strip())
                .mapLeft(invalid ->
                        (HumanTaskRefusal) new UnreadableValue(task.id(), given, "0 to 100 percent points, such as 20"))
                .map(Optional::of);
    }

    @Override
    public Optional<TaskSettlement> settled(HumanTask task) {
        var deal = task.deal().flatMap(deals::find);
        var request = task.topic().discount();
        if (deal.isEmpty()
                || request.isEmpty()
                || deal.get().bargain().request(request.get()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(decided(deal.get().id(), request.get()).orElseGet(this::moot));
    }

    private Optional<TaskSettlement> decided(NegotiationId deal, DiscountRequestId request) {
        var history = store.history(deal);
        var needed = history.stream()
                .flatMap(change -> change.events().stream())
                .filter(DiscountRequested.class::isInstance)
                .map(event -> ((DiscountRequested) event).request())
                .filter(asked -> asked.id().equals(request))
                .map(asked -> asked.tier().needed())
                .findFirst()
                .orElse(Authority.NONE);
        return history.stream()
                .flatMap(change ->
                        change.events().stream().flatMap(event -> settlement(change, event, request, needed).stream()))
                .findFirst();
    }

    /** The authority is the least that the deal asked of whoever decided; the machinery has none. */
    private static Optional<TaskSettlement> settlement(
            Change change, NegotiationEvent event, DiscountRequestId request, Authority needed) {
        if (event instanceof DiscountApproved approved
                && approved.approval().request().equals(request)) {
            var approval = approved.approval();
            return Optional.of(new TaskSettlement(
                    HumanTaskStatus.APPROVED,
                    approval.by(),
                    needed,
                    approval.at(),
                    granted(change, approval),
                    approval.comment()));
        }
        if (event instanceof DiscountRejected rejected && rejected.request().equals(request)) {
            return Optional.of(new TaskSettlement(
                    HumanTaskStatus.REJECTED,
                    change.by(),
                    change.by().kind() == ActorKind.USER ? needed : Authority.NONE,
                    change.at(),
                    Optional.empty(),
                    rejected.comment()));
        }
        return Optional.empty();
    }

    /** The highest discount among the lines that were granted. */
    private static Optional<String> granted(Change change, DiscountApproval approval) {
        return change.events().stream()
                .filter(QuoteRevised.class::isInstance)
                .flatMap(event -> ((QuoteRevised) event).quote().lines().stream())
                .filter(approval::covers)
                .map(QuoteLine::discount)
                .reduce(Percentage::max)
                .map(Percentage::toString);
    }

    private TaskSettlement moot() {
        return new TaskSettlement(
                HumanTaskStatus.CANCELLED,
                ActorRef.of(Clockwork.ACTOR),
                Authority.NONE,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                "what was asked for is no longer on the table");
    }
}
