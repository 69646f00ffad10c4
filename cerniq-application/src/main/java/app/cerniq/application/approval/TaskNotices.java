package app.cerniq.application.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.ports.runtime.Notification;
import app.cerniq.ports.runtime.Notifications;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How people hear of their tasks. */
final class TaskNotices {

    private final Notifications notifications;

    TaskNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    void opened(HumanTask task) {
        tell(
                task,
                switch (task.topic().kind()) {
                    case DISCOUNT_APPROVAL -> Notification.Type.HITL_DISCOUNT_APPROVAL;
                    case DOCUMENT_REVIEW -> Notification.Type.HITL_DOCUMENT_REVIEW;
                    case TAKEOVER -> Notification.Type.HITL_TAKEOVER;
                    default -> Notification.Type.HITL_ESCALATION;
                });
    }

    void tell(HumanTask task, Notification.Type type) {
        notifications.send(new Notification(
                task.id().tenant(),
                type,
                task.priority(),
                task.title(),
                task.title(),
                Set.of(task.role()),
                Set.of(),
                references(task)));
    }

    private static Map<String, String> references(HumanTask task) {
        var references = new TreeMap<>(Map.of(
                "task", task.id().toString(),
                "kind", task.topic().kind().name(),
                "subject", task.topic().subjectKind() + "/" + task.topic().subjectId(),
                "due", task.dueAt().toString()));
        task.assignee().ifPresent(user -> references.put("assignee", user.toString()));
        return references;
    }
}
