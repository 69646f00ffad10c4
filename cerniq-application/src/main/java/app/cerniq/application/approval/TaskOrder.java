package app.cerniq.application.approval;

import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;

/**
 * A task that is to be opened.
 *
 * @param title what to do, 1 to 200 characters, without personal data of a customer
 * @param role who should act first
 */
public record TaskOrder(TaskTopic topic, String title, Urgency priority, Role role) {}
