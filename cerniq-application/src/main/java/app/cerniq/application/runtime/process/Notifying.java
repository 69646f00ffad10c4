package app.cerniq.application.runtime.process;

import app.cerniq.domain.runtime.event.EInvoiceEvent.DeadlineCritical;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.RuntimeEvent.CircuitOpened;
import app.cerniq.domain.runtime.event.StockEvent.StockLowAlert;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.ports.runtime.Notification;
import app.cerniq.ports.runtime.Notification.Channel;
import app.cerniq.ports.runtime.Notifications;
import app.cerniq.ports.runtime.Reception;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What people are told because of events, where nothing has to be decided. */
public final class Notifying {

    private final Notifications notifications;

    /** By the host's ways. */
    public Notifying(Notifications notifications) {
        this.notifications = notifications;
    }

    Reception lowStock(Envelope event) {
        var alert = (StockLowAlert) event.payload();
        return told(new Notification(
                event.tenant(),
                Notification.Type.STOCK_LOW_ALERT,
                Urgency.MEDIUM,
                "Stock of " + alert.sku() + " is low at " + alert.location(),
                alert.available() + " can be promised; the threshold is " + alert.threshold() + ".",
                Set.of(Role.WAREHOUSE_MANAGER, Role.SALES_MANAGER),
                Set.of(),
                Map.of("sku", alert.sku().value(), "location", alert.location().value())));
    }

    Reception circuit(Envelope event) {
        var opened = (CircuitOpened) event.payload();
        return told(new Notification(
                event.tenant(),
                Notification.Type.CIRCUIT_BREAKER_OPEN,
                Urgency.HIGH,
                opened.service() + " is left alone for a while",
                opened.failures() + " of " + opened.calls() + " calls failed; it is tried again at " + opened.retryAt()
                        + ".",
                Set.of(Role.SYSTEM_ADMIN),
                Set.of(),
                Map.of("service", opened.service())));
    }

    Reception deadline(Envelope event) {
        var critical = (DeadlineCritical) event.payload();
        return told(new Notification(
                event.tenant(),
                Notification.Type.SPV_DEADLINE_CRITICAL,
                Urgency.CRITICAL,
                "E-invoice " + critical.invoiceRef() + " is not accepted and its deadline is near",
                "The legal deadline is " + critical.legalDeadline() + ".",
                Set.of(Role.ACCOUNTANT, Role.FINANCE_MANAGER, Role.DIRECTOR),
                EnumSet.allOf(Channel.class),
                Map.of("invoice", critical.invoiceRef())));
    }

    private Reception told(Notification notification) {
        notifications.send(notification);
        return Reception.done();
    }
}
