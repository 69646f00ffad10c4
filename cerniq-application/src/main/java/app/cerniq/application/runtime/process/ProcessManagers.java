package app.cerniq.application.runtime.process;

import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who acts on each line of {@link Reactions}. */
public final class ProcessManagers {

    /** What a process manager does with an event. */
    interface Doing {
        Reception with(Envelope event);
    }

    private final Map<Reactions, Doing> doings = new EnumMap<>(Reactions.class);

    /** The process managers of one engine, over its desks. */
    public ProcessManagers(Deals deals, Asking asking, Notifying notifying, AutomationDesk automation) {
        doings.put(Reactions.WARM_REPLY, deals::open);
        doings.put(Reactions.DEAL_AGREED, deals::complete);
        doings.put(Reactions.DEAL_WENT_ON, deals::wake);
        doings.put(Reactions.CALLBACK, asking::callBack);
        doings.put(Reactions.DISCOUNT_WAITS, asking::decideDiscount);
        doings.put(Reactions.DISCOUNT_DECIDED, asking::discountDecided);
        doings.put(Reactions.DISCOUNT_MOOT, asking::discountMoot);
        doings.put(Reactions.SAGA_STUCK, asking::lookAtSaga);
        doings.put(Reactions.EINVOICE_REJECTED, asking::reviewEInvoice);
        doings.put(Reactions.URGENT_CUSTOMER, asking::lookAtCustomer);
        doings.put(Reactions.MODEL_GAVE_UP, asking::takeOver);
        doings.put(Reactions.AUTOMATION_PARKED, asking::lookAtAutomation);
        doings.put(Reactions.DEAD_LETTER, asking::lookAtDeadLetter);
        doings.put(Reactions.EINVOICE_DEADLINE, notifying::deadline);
        doings.put(Reactions.LOW_STOCK, notifying::lowStock);
        doings.put(Reactions.CIRCUIT_OPENED, notifying::circuit);
        doings.put(Reactions.MESSAGES_SENT, counting(automation, Signal.MESSAGE));
        doings.put(Reactions.FAILURES, counting(automation, Signal.FAILURE));
    }

    private static Doing counting(AutomationDesk automation, Signal signal) {
        return event -> {
            automation.count(event.tenant(), signal);
            return Reception.done();
        };
    }

    /** One consumer for every line of the table. */
    public List<EventConsumer> consumers() {
        return Arrays.stream(Reactions.values()).map(this::consumer).toList();
    }

    private EventConsumer consumer(Reactions reaction) {
        var doing = doings.get(reaction);
        if (doing == null) {
            throw new IllegalStateException("Nobody acts on " + reaction + ".");
        }
        return new Reacting(reaction, doing);
    }

    private record Reacting(Reactions reaction, Doing doing) implements EventConsumer {
        @Override
        public ConsumerName name() {
            return reaction.consumer();
        }

        @Override
        public Set<EventType> types() {
            return reaction.events();
        }

        @Override
        public Reception consume(Envelope envelope, DeliveryNote note) {
            return doing.with(envelope);
        }
    }
}
