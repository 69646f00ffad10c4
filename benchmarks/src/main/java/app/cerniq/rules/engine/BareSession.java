package app.cerniq.rules.engine;

import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.rules.negotiation.DroolsMovePolicy;
import app.cerniq.rules.negotiation.MoveFindings;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.impl.RuleBaseFactory;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * The ceiling: one Drools session over the very rules of the library, reused by one thread, and nothing around it; no
 * pool, no reasons, no decision to keep. It stands in this package to reach the compiled rules and the sink they report to.
 */
public final class BareSession {

    private final Findings<MoveVerdict> findings = new MoveFindings();
    private final KieSession session;

    /** A session of its own over a rule base of its own. */
    public BareSession() {
        var configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        session = RuleBook.assemble(BuiltInPack.model(DroolsMovePolicy.RULES)).newKieSession(configuration, null);
        session.setGlobal("findings", findings);
    }

    /** What the rules say. */
    public MoveVerdict decide(MoveQuestion question) {
        findings.clear();
        var fact = session.insert(question);
        session.fireAllRules();
        if (!((InternalFactHandle) fact).isDisconnected()) { // what matched nothing is gone already
            session.delete(fact);
        }
        return findings.outcome();
    }
}
