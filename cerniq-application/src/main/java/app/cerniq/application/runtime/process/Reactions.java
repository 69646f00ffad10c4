package app.cerniq.application.runtime.process;

import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The process managers as a table: on which events, under which condition, what is done. Each is a consumer of its own, so
 * that one that fails holds nobody else back; what it commands has a key made of its name and the event, so that an event
 * that comes twice has one effect.
 */
public enum Reactions {
    WARM_REPLY("the lead has no active deal", "open a deal", EventType.LEAD_WARM_REPLY),
    CALLBACK("always", "task ESCALATION for a sales representative", EventType.LEAD_CALLBACK_REQUESTED),

    DISCOUNT_WAITS("always", "task DISCOUNT_APPROVAL for who may decide", EventType.DISCOUNT_PENDING_APPROVAL),
    DISCOUNT_DECIDED(
            "its task is open",
            "close the task as the discount was decided",
            EventType.DISCOUNT_APPROVED,
            EventType.DISCOUNT_REJECTED),
    DISCOUNT_MOOT(
            "tasks about discounts of the deal are open",
            "cancel the tasks",
            EventType.DISCOUNT_VOIDED,
            EventType.NEGOTIATION_CANCELLED),

    DEAL_AGREED("the deal reached CLOSING", "begin the completion saga", EventType.NEGOTIATION_STATE_CHANGED),
    DEAL_WENT_ON(
            "a saga waits for it",
            "wake the saga",
            EventType.PROFORMA_ACCEPTED,
            EventType.PROFORMA_REJECTED,
            EventType.PAYMENT_RECEIVED,
            EventType.HANDOVER_RETURNED,
            EventType.NEGOTIATION_CANCELLED),

    SAGA_STUCK("always", "task SAGA_STUCK for an accountant", EventType.SAGA_STUCK),
    EINVOICE_REJECTED("always", "task DOCUMENT_REVIEW for an accountant", EventType.EINVOICE_REJECTED),
    EINVOICE_DEADLINE("always", "tell accountants and directors by every way", EventType.EINVOICE_DEADLINE_CRITICAL),

    URGENT_CUSTOMER("the urgency is HIGH or CRITICAL", "task ESCALATION for a manager", EventType.URGENCY_DETECTED),
    MODEL_GAVE_UP("no other model takes over", "task TAKEOVER for a manager", EventType.AI_FALLBACK_TRIGGERED),

    LOW_STOCK("always", "tell who buys", EventType.STOCK_LOW_ALERT),
    CIRCUIT_OPENED("always", "tell the administrator", EventType.CIRCUIT_OPENED),
    AUTOMATION_PARKED("always", "task ESCALATION for a manager", EventType.AUTOMATION_PARKED),
    DEAD_LETTER("always", "task DEAD_LETTER for the administrator", EventType.EVENT_DEAD_LETTERED),

    MESSAGES_SENT(
            "always",
            "count it against the tenant's bound of messages",
            EventType.CHANNEL_WHATSAPP_SENT,
            EventType.CHANNEL_EMAIL_SENT),
    FAILURES(
            "always",
            "count it against the tenant's bound of failures",
            EventType.SAGA_STEP_FAILED,
            EventType.EVENT_DEAD_LETTERED);

    @SuppressWarnings("ImmutableEnumChecker") // a record of a text
    private final ConsumerName consumer;

    private final String condition;
    private final String command;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<EventType> events;

    Reactions(String condition, String command, EventType... events) {
        this.consumer =
                new ConsumerName("cerniq." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        this.condition = condition;
        this.command = command;
        this.events = List.of(events);
    }

    /** Under which name its deliveries are remembered. */
    public ConsumerName consumer() {
        return consumer;
    }

    /** When it acts; where the condition does not hold, the event is dealt with by doing nothing. */
    public String condition() {
        return condition;
    }

    /** What it does then. */
    public String command() {
        return command;
    }

    /** On which events. */
    public Set<EventType> events() {
        return EnumSet.copyOf(events);
    }
}
