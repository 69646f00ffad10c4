package app.cerniq.rules.guardrail;

import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.guardrail.Breach;
import app.cerniq.ports.guardrail.Check;
import app.cerniq.rules.engine.Findings;
import java.util.ArrayList;
import java.util.List;

/** What a rule can say about what is said. Several rules may find fault with one thing, and silence means that none does. */
public final class GuardFindings extends Findings<List<Breach>> {

    /** Out of the question. */
    public void critical(Check check) {
        found(check, Severity.CRITICAL);
    }

    /** Refused. */
    public void high(Check check) {
        found(check, Severity.HIGH);
    }

    /** A warning. */
    public void medium(Check check) {
        found(check, Severity.MEDIUM);
    }

    /** Worth a note. */
    public void low(Check check) {
        found(check, Severity.LOW);
    }

    private void found(Check check, Severity severity) {
        report(List.of(new Breach(check, severity, new RuleName(speaker()))));
    }

    @Override
    protected List<Breach> silence() {
        return List.of();
    }

    @Override
    protected String whySilence() {
        return "Nothing is wrong with it.";
    }

    @Override
    protected List<Breach> prevailing(List<Breach> one, List<Breach> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(java.util.Comparator.comparing(breach -> breach.rule().value()));
        return all;
    }
}
