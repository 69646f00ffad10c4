package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.shared.Decision;
import java.util.List;

/** What is wrong with what is said. An empty answer means nothing is. Thread-safe. */
public interface GuardPolicy {

    Decision<List<Breach>> ofClaim(ClaimQuestion question);

    Decision<List<Breach>> ofLine(LineQuestion question);

    Decision<List<Breach>> ofConcession(ConcessionQuestion question);

    Decision<List<Breach>> ofText(TextQuestion question);

    /**
     * A tenant's own guardrails, ready to be asked: built aside, tested, immutable. Nothing of what the tenant wrote is ever
     * compiled. Throws {@link IllegalStateException} where the self-test fails; then nothing was built.
     */
    TenantRules build(GuardrailPack pack);
}
