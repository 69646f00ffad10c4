package app.cerniq.rules.engine;

import org.drools.core.common.InternalFactHandle;
import org.drools.core.impl.RuleBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;

/** One reusable Drools session with its findings. Not thread-safe: the pool lends it to one call at a time. */
final class Session<O> {

    /** Rules are disjoint, so one firing is normal; this many are a loop. */
    static final int MOST_FIRINGS = 16;

    private static final KieSessionConfiguration CONFIGURATION = configuration();

    private final KieSession drools;
    private final Findings<O> findings;
    /** Names each rule before it speaks: an event listener would cost more, and {@code drools.getRule()} most. */
    private final AgendaFilter naming;

    private final int mostFirings;

    Session(KieBase rules, Findings<O> findings) {
        this(rules, findings, MOST_FIRINGS);
    }

    Session(KieBase rules, Findings<O> findings, int mostFirings) {
        this.findings = findings;
        this.mostFirings = mostFirings;
        this.drools = rules.newKieSession(CONFIGURATION, null);
        drools.setGlobal("findings", findings);
        this.naming = match -> {
            findings.listenTo(match.getRule().getName());
            return true;
        };
    }

    /** The pool gives a session to one thread at a time, so Drools need not lock it a second time. */
    private static KieSessionConfiguration configuration() {
        var configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return configuration;
    }

    /** Lets the rules see one question and nothing else. After an exception this session must not be used again. */
    Findings<O> ask(Record question) {
        findings.clear();
        var fact = drools.insert(question);
        try {
            if (drools.fireAllRules(naming, mostFirings) >= mostFirings) {
                throw new IllegalStateException("The rules do not come to an end.");
            }
        } finally {
            forget(fact);
        }
        return findings;
    }

    /** A fact that matched nothing is forgotten already, and Drools logs a warning for who deletes it once more. */
    private void forget(FactHandle fact) {
        if (!((InternalFactHandle) fact).isDisconnected()) {
            drools.delete(fact);
        }
    }

    long factCount() {
        return drools.getFactCount();
    }

    void close() {
        drools.dispose();
    }
}
