package app.cerniq.application.runtime.process;

import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.approval.TaskOrder;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.runtime.event.AiEvent.FallbackTriggered;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.CrossStageEvent.CallbackRequested;
import app.cerniq.domain.runtime.event.EInvoiceEvent;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.NegotiationNews;
import app.cerniq.domain.runtime.event.PricingEvent;
import app.cerniq.domain.runtime.event.PricingEvent.DiscountPendingApproval;
import app.cerniq.domain.runtime.event.RuntimeEvent.AutomationParked;
import app.cerniq.domain.runtime.event.RuntimeEvent.EventDeadLettered;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStuck;
import app.cerniq.domain.runtime.event.SentimentEvent.UrgencyDetected;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Role;
import app.cerniq.ports.runtime.Reception;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.UUID;

/** What people are asked because of events. The same event asks the same question, however often it comes. */
public final class Asking {

    /** Above this a discount is asked for with HIGH priority. Source: source document 001, worker N3. */
    private static final Percentage STEEP = Percentage.of("25");

    private static final String DEAL = TaskTopic.DEAL;

    /** Stands for any request. */
    private static final DiscountRequestId NONE = new DiscountRequestId(new UUID(0, 0));

    private final TaskDesk tasks;

    /** Over the tasks of one engine. */
    public Asking(TaskDesk tasks) {
        this.tasks = tasks;
    }

    Reception callBack(Envelope event) {
        var wish = (CallbackRequested) event.payload();
        var topic = new TaskTopic(
                HumanTaskKind.ESCALATION,
                "lead",
                wish.leadId().toString(),
                event.eventId().toString());
        return asked(event, topic, "A customer wants to be called", Urgency.MEDIUM, Role.SALES_REP);
    }

    Reception decideDiscount(Envelope event) {
        var wanted = (DiscountPendingApproval) event.payload();
        var highest = wanted.highestDiscount();
        var brief =
                TaskBrief.asking(highest.toString()).and("tier", wanted.tier().name());
        return received(tasks.open(
                event.tenant(),
                Clockwork.ACTOR,
                new TaskOrder(
                        TaskTopic.ofDiscount(wanted.negotiationId(), wanted.requestId()),
                        "A discount of " + highest + " waits for a decision",
                        brief,
                        highest.exceeds(STEEP) ? Urgency.HIGH : Urgency.MEDIUM,
                        wanted.tier().decider().orElse(Role.SALES_MANAGER))));
    }

    /** The decision itself is a command on the deal, where the rules and the decider's authority are asked. */
    Reception discountDecided(Envelope event) {
        return event.payload() instanceof PricingEvent.DiscountApproved granted
                ? decided(
                        event,
                        TaskTopic.ofDiscount(granted.negotiationId(), granted.requestId()),
                        HumanTaskStatus.APPROVED,
                        granted.approvedBy(),
                        granted.tier())
                : rejected(event, (PricingEvent.DiscountRejected) event.payload());
    }

    private Reception rejected(Envelope event, PricingEvent.DiscountRejected refused) {
        var topic = TaskTopic.ofDiscount(refused.negotiationId(), refused.requestId());
        return decided(event, topic, HumanTaskStatus.REJECTED, refused.rejectedBy(), DiscountTier.AUTO);
    }

    /** A task that is opened only now will find the decision by itself. */
    private Reception decided(Envelope event, TaskTopic topic, HumanTaskStatus status, By by, DiscountTier tier) {
        var facts = new TaskSettlement(
                status,
                new ActorRef(by.kind(), by.id(), "who decided at the deal"),
                tier.needed(),
                event.timestamp(),
                Optional.empty(),
                "decided at the deal");
        return tasks.find(event.tenant(), topic)
                .map(task -> received(tasks.settle(task.id(), facts)))
                .orElseGet(Reception::done);
    }

    /** What was asked for is no longer on the table: nobody has to decide on it. */
    Reception discountMoot(Envelope event) {
        if (event.payload() instanceof PricingEvent.DiscountVoided voided) {
            var topic = TaskTopic.ofDiscount(voided.negotiationId(), voided.requestId());
            return tasks.find(event.tenant(), topic)
                    .map(task -> received(tasks.cancel(task.id(), Clockwork.ACTOR, "the lines changed")))
                    .orElseGet(Reception::done);
        }
        var lost = (NegotiationNews.Cancelled) event.payload();
        var like = TaskTopic.ofDiscount(lost.negotiationId(), NONE);
        tasks.cancelAll(event.tenant(), like, Clockwork.ACTOR, "the deal is lost");
        return Reception.done();
    }

    Reception lookAtSaga(Envelope event) {
        var stuck = (SagaStuck) event.payload();
        var topic = new TaskTopic(
                HumanTaskKind.SAGA_STUCK,
                "saga",
                stuck.sagaId().toString(),
                event.eventId().toString());
        return asked(event, topic, "A sale waits at " + stuck.step(), Urgency.HIGH, Role.ACCOUNTANT);
    }

    Reception reviewEInvoice(Envelope event) {
        var rejected = (EInvoiceEvent.Rejected) event.payload();
        var topic = new TaskTopic(
                HumanTaskKind.DOCUMENT_REVIEW,
                DEAL,
                rejected.negotiationId().value().toString(),
                rejected.submissionId().toString());
        return asked(event, topic, "An e-invoice was refused", Urgency.HIGH, Role.ACCOUNTANT);
    }

    Reception lookAtCustomer(Envelope event) {
        var detected = (UrgencyDetected) event.payload();
        if (detected.urgency().compareTo(Urgency.HIGH) < 0) {
            return Reception.done();
        }
        var topic = new TaskTopic(
                HumanTaskKind.ESCALATION,
                DEAL,
                detected.negotiationId().value().toString(),
                detected.messageId().toString());
        return asked(event, topic, "A customer is losing patience", detected.urgency(), Role.SALES_MANAGER);
    }

    Reception takeOver(Envelope event) {
        var fallback = (FallbackTriggered) event.payload();
        if (fallback.toModel().isPresent()) {
            return Reception.done();
        }
        var topic = new TaskTopic(
                HumanTaskKind.TAKEOVER,
                DEAL,
                fallback.negotiationId().value().toString(),
                event.eventId().toString());
        return asked(event, topic, "No model answers: take the deal over", Urgency.HIGH, Role.SALES_MANAGER);
    }

    Reception lookAtAutomation(Envelope event) {
        var parked = (AutomationParked) event.payload();
        var topic = new TaskTopic(
                HumanTaskKind.ESCALATION,
                "tenant",
                event.tenant().toString(),
                event.eventId().toString());
        return asked(
                event,
                topic,
                "Automation parked itself: " + parked.observed() + " × " + parked.bound(),
                Urgency.CRITICAL,
                Role.SALES_MANAGER);
    }

    Reception lookAtDeadLetter(Envelope event) {
        var dead = (EventDeadLettered) event.payload();
        var topic =
                new TaskTopic(HumanTaskKind.DEAD_LETTER, "event", dead.eventId().toString(), dead.consumer());
        var title = "Event " + dead.eventType() + " could not be delivered to " + dead.consumer();
        return asked(event, topic, title, Urgency.HIGH, Role.SYSTEM_ADMIN);
    }

    private Reception asked(Envelope event, TaskTopic topic, String title, Urgency urgency, Role role) {
        return received(tasks.open(event.tenant(), Clockwork.ACTOR, new TaskOrder(topic, title, urgency, role)));
    }

    /** Somebody who decided meanwhile has done what was to be done. */
    private static Reception received(Either<HumanTaskRefusal, HumanTask> answer) {
        if (answer.isRight() || answer.getLeft() instanceof HumanTaskRefusal.AlreadyClosed) {
            return Reception.done();
        }
        return answer.getLeft() instanceof HumanTaskRefusal.TaskChanged
                ? Reception.again(answer.getLeft().code())
                : Reception.never(answer.getLeft().code());
    }
}
