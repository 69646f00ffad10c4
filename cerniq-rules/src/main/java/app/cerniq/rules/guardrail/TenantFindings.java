package app.cerniq.rules.guardrail;

import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.rules.engine.Findings;
import java.util.ArrayList;
import java.util.List;

/** What a tenant's guardrail can say: that it applies, and nothing else. */
public final class TenantFindings extends Findings<List<TenantGuardrail>> {

    /** This guardrail applies. */
    public void applies(TenantGuardrail guardrail) {
        report(List.of(guardrail));
    }

    @Override
    protected List<TenantGuardrail> silence() {
        return List.of();
    }

    @Override
    protected String whySilence() {
        return "No guardrail of the tenant applies.";
    }

    @Override
    protected List<TenantGuardrail> prevailing(List<TenantGuardrail> one, List<TenantGuardrail> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(java.util.Comparator.comparingInt(TenantGuardrail::priority)
                .reversed()
                .thenComparing(TenantGuardrail::code));
        return all;
    }
}
