package app.cerniq.application.runtime.event;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.HitlEvent;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Authority;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the messages that the record of a task for people carries: what others are told of what people are asked. */
public final class TellingTasks {

    private final Envelopes envelopes;

    /** Envelopes with ids from the given source. */
    public TellingTasks(Ids ids) {
        this.envelopes = new Envelopes("approval", Metadata.Priority.HIGH, ids);
    }

    /** The messages that follow from a new task. */
    public List<OutboxMessage> opened(HumanTask.Changed opened) {
        return messages(opened, List.of(asked(opened.next())));
    }

    /** The messages that follow from a change, in their order; who has a task is nobody's news. */
    public List<OutboxMessage> changed(HumanTask before, HumanTask.Changed changed) {
        var task = changed.next();
        if (!task.status().isOpen()) {
            return messages(changed, closed(task, changed.entry()));
        }
        return switch (changed.entry().what()) {
            case WARNED, REMINDED ->
                messages(
                        changed,
                        List.of(new HitlEvent.SlaWarning(id(task), task.deal(), task.priority(), task.dueAt())));
            case ESCALATED ->
                messages(
                        changed,
                        List.of(
                                new HitlEvent.Expired(id(task), task.deal(), before.dueAt(), Optional.of(task.role())),
                                escalated(task, changed.entry().note())));
            default -> List.of();
        };
    }

    private static EventPayload asked(HumanTask task) {
        return task.deal().map(deal -> asked(task, deal)).orElseGet(() -> escalated(task, task.title()));
    }

    private static EventPayload asked(HumanTask task, NegotiationId deal) {
        var discount = task.topic().discount();
        if (discount.isPresent()) {
            return new HitlEvent.DiscountRequested(id(task), deal, discount.get(), tier(task), task.dueAt());
        }
        return switch (task.topic().kind()) {
            case TAKEOVER -> new HitlEvent.Takeover(id(task), deal, task.assignee(), task.title());
            case DOCUMENT_REVIEW ->
                new HitlEvent.DocumentReview(
                        id(task),
                        deal,
                        task.brief().fact("document").orElse(task.topic().cause()),
                        task.brief().fact("fault").stream().toList(),
                        task.dueAt());
            default -> escalated(task, task.title());
        };
    }

    private static DiscountTier tier(HumanTask task) {
        return Arrays.stream(DiscountTier.values())
                .filter(tier -> tier.needed() == task.role().authority() && tier.needed() != Authority.NONE)
                .findFirst()
                .orElse(DiscountTier.MANAGER);
    }

    private static EventPayload escalated(HumanTask task, String reason) {
        return new HitlEvent.Escalated(id(task), task.deal(), reason, task.priority(), task.assignee(), task.dueAt());
    }

    private static List<EventPayload> closed(HumanTask task, HumanTaskEntry entry) {
        var isDecided = entry.by().kind() == ActorKind.USER;
        if (!isDecided && task.status() != HumanTaskStatus.CANCELLED) {
            return List.of(new HitlEvent.Expired(id(task), task.deal(), task.dueAt(), Optional.empty()));
        }
        var by = By.of(entry.by());
        var resolved =
                new HitlEvent.Resolved(id(task), task.deal(), by, task.status().word());
        return discount(task, by).map(decided -> List.of(decided, resolved)).orElseGet(() -> List.of(resolved));
    }

    private static Optional<EventPayload> discount(HumanTask task, By by) {
        if (task.topic().kind() != HumanTaskKind.DISCOUNT_APPROVAL
                || task.deal().isEmpty()
                || task.topic().discount().isEmpty()) {
            return Optional.empty();
        }
        var deal = task.deal().get();
        var request = task.topic().discount().get();
        return switch (task.status()) {
            case APPROVED -> Optional.of(new HitlEvent.DiscountApproved(id(task), deal, request, by));
            case REJECTED -> Optional.of(new HitlEvent.DiscountRejected(id(task), deal, request, by));
            default -> Optional.empty();
        };
    }

    private static UUID id(HumanTask task) {
        return task.id().value();
    }

    private List<OutboxMessage> messages(HumanTask.Changed changed, List<EventPayload> news) {
        var task = changed.next();
        var cause = new EventCause(task.deal().map(NegotiationId::value), Optional.empty(), Optional.empty());
        var subject = new Subject(Subject.Kind.TASK, task.id().toString());
        return news.stream()
                .map(payload -> EventJson.message(envelopes.of(
                        task.id().tenant(), subject, payload, changed.entry().at(), cause)))
                .toList();
    }
}
