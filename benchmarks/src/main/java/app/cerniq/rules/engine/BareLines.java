package app.cerniq.rules.engine;

import app.cerniq.ports.guardrail.Breach;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.rules.guardrail.DroolsGuardPolicy;
import app.cerniq.rules.guardrail.GuardFindings;
import java.util.List;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.impl.RuleBaseFactory;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** The rules about goods in one reused session, with nothing of the library around it. */
public final class BareLines {

    private final KieSession session;
    private final Findings<List<Breach>> findings = new GuardFindings();

    /** A session over the shipped rules. */
    public BareLines() {
        var configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        session = RuleBook.assemble(BuiltInPack.model(DroolsGuardPolicy.LINES)).newKieSession(configuration, null);
        session.setGlobal("findings", findings);
    }

    /** How many faults the rules find. */
    public int judge(LineQuestion question) {
        findings.clear();
        var fact = session.insert(question);
        session.fireAllRules();
        if (!((InternalFactHandle) fact).isDisconnected()) {
            session.delete(fact);
        }
        return findings.outcome().size();
    }
}
