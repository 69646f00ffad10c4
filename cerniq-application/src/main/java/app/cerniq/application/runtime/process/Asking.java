package app.cerniq.application.runtime.process;

import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.approval.TaskOrder;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.runtime.event.AiEvent.FallbackTriggered;
import app.cerniq.domain.runtime.event.CrossStageEvent.CallbackRequested;
import app.cerniq.domain.runtime.event.EInvoiceEvent;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.PricingEvent;
import app.cerniq.domain.runtime.event.PricingEvent.DiscountPendingApproval;
import app.cerniq.domain.runtime.event.RuntimeEvent.AutomationParked;
import app.cerniq.domain.runtime.event.RuntimeEvent.EventDeadLettered;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStuck;
import app.cerniq.domain.runtime.event.SentimentEvent.UrgencyDetected;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Role;
import app.cerniq.ports.runtime.Reception;
import io.vavr.control.Either;

/** What people are asked because of events. The same event asks the same question, however often it comes. */
public final class Asking {

    /** Above this a discount is asked for with HIGH priority. Source: source document 001, worker N3. */
    private static final Percentage STEEP = Percentage.of("25");

    private static final String DEAL = "negotiation";

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
        var title = "A discount of " + wanted.highestDiscount() + " waits for a decision";
        var urgency = wanted.highestDiscount().compareTo(STEEP) > 0 ? Urgency.HIGH : Urgency.MEDIUM;
        var role = wanted.tier() == DiscountTier.DIRECTOR ? Role.DIRECTOR : Role.SALES_MANAGER;
        return asked(event, discount(wanted.negotiationId(), wanted.requestId()), title, urgency, role);
    }

    /** The decision itself is a command on the deal, where the rules and the decider's authority are asked. */
    Reception discountDecided(Envelope event) {
        var topic = event.payload() instanceof PricingEvent.DiscountApproved granted
                ? discount(granted.negotiationId(), granted.requestId())
                : rejected((PricingEvent.DiscountRejected) event.payload());
        var order = new TaskOrder(topic, "A discount was decided", Urgency.MEDIUM, Role.SALES_MANAGER);
        // Opening a task that is there already answers with it: a topic has one task.
        return received(tasks.open(event.tenant(), Clockwork.ACTOR, order)
                .flatMap(task -> task.status().isOpen()
                        ? tasks.cancel(task.id(), Clockwork.ACTOR, "decided at the deal")
                        : Either.right(task)));
    }

    private static TaskTopic rejected(PricingEvent.DiscountRejected refused) {
        return discount(refused.negotiationId(), refused.requestId());
    }

    private static TaskTopic discount(NegotiationId deal, DiscountRequestId request) {
        return new TaskTopic(
                HumanTaskKind.DISCOUNT_APPROVAL,
                DEAL,
                deal.value().toString(),
                request.value().toString());
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
