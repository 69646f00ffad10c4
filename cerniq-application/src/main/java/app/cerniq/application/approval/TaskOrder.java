package app.cerniq.application.approval;

import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;

/**
 * A task that is to be opened.
 *
 * @param title what to do, 1 to 200 characters, without personal data of a customer
 * @param brief what somebody should know before deciding
 * @param role who should act first
 */
public record TaskOrder(TaskTopic topic, String title, TaskBrief brief, Urgency priority, Role role) {

    /** A task of which the title says everything. */
    public TaskOrder(TaskTopic topic, String title, Urgency priority, Role role) {
        this(topic, title, TaskBrief.NONE, priority, role);
    }
}
