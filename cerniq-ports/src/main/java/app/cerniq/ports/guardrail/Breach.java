package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.shared.RuleName;

/** What a rule found wrong, and how bad it is. */
public record Breach(Check check, Severity severity, RuleName rule) {}
