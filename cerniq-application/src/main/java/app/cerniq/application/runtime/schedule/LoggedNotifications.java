package app.cerniq.application.runtime.schedule;

import app.cerniq.ports.runtime.Notification;
import app.cerniq.ports.runtime.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the host brings no way to tell people, the log is told. The body stays out of it: it may name a customer. */
public final class LoggedNotifications implements Notifications {

    private static final Logger LOG = LoggerFactory.getLogger("app.cerniq.notifications");

    @Override
    public void send(Notification notification) {
        LOG.info(
                "notification {} urgency {} tenant {} for {}: {} {}",
                notification.type(),
                notification.urgency(),
                notification.tenant(),
                notification.recipients(),
                notification.title(),
                notification.metadata());
    }
}
