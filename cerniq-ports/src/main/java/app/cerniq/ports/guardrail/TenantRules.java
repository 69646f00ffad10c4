package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.shared.Decision;
import java.util.List;

/** The guardrails of one tenant in one version, ready to be asked. Thread-safe. */
public interface TenantRules {

    /** Those that apply to a reply, the most important first. */
    Decision<List<TenantGuardrail>> decide(ReplyQuestion question);
}
