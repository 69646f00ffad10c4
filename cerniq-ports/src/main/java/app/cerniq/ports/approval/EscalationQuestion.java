package app.cerniq.ports.approval;

import app.cerniq.domain.shared.Role;

/** Who has to act where this role did not? */
public record EscalationQuestion(Role role) {}
