package app.cerniq.application.conversation;

import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.guardrail.TextGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gate of an engine that was given none: nothing leaves. */
public final class ClosedGate implements TextGate {

    private static final RuleName RULE = new RuleName("GATE-00 without a gate nothing leaves");

    @Override
    public Verdict examine(NegotiationId deal, String text, Instant at) {
        var violation = new Violation(
                ViolationType.HALLUCINATION_DETECTED,
                "NO_GATE",
                Severity.CRITICAL,
                Optional.empty(),
                "a text that nobody examined",
                "an engine with a gate",
                Optional.empty(),
                RULE);
        return new Verdict(Verdict.hash(text), List.of(), List.of(violation), List.of());
    }
}
