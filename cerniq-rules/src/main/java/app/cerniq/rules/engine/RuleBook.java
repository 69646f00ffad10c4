package app.cerniq.rules.engine;

import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;

/**
 * The rules about one kind of question, ready to be asked. Thread-safe.
 *
 * @param <Q> the question, one flat fact
 * @param <O> what is being decided
 */
public final class RuleBook<Q extends Record, O> {

    private static final KieBaseConfiguration CONFIGURATION = configuration();

    private final PackVersion version;
    private final Map<String, Wording> wordings;
    private final SessionPool<O> sessions;

    RuleBook(Model model, PackVersion version, Supplier<? extends Findings<O>> findings) {
        this(model, version, findings, Session.MOST_FIRINGS);
    }

    private RuleBook(Model model, PackVersion version, Supplier<? extends Findings<O>> findings, int mostFirings) {
        this.version = version;
        var rules = assemble(model);
        this.wordings = wordings(rules);
        this.sessions = new SessionPool<>(() -> new Session<>(rules, findings.get(), mostFirings));
    }

    /**
     * Rules that were built in memory.
     *
     * @param mostFirings from so many firings over one question on, the rules are taken for a loop
     */
    public static <Q extends Record, O> RuleBook<Q, O> ofModel(
            Model model, PackVersion version, Supplier<? extends Findings<O>> findings, int mostFirings) {
        return OwnClassLoader.during(() -> new RuleBook<>(model, version, findings, mostFirings));
    }

    static KieBase assemble(Model model) {
        return KieBaseBuilder.createKieBaseFromModel(model, CONFIGURATION);
    }

    /** A pack is swapped, never changed: that gives sessions a simpler store, and lets go of facts that match nothing. */
    private static KieBaseConfiguration configuration() {
        var configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        return configuration;
    }

    private static Map<String, Wording> wordings(KieBase rules) {
        var wordings = new HashMap<String, Wording>();
        for (var drlPackage : rules.getKiePackages()) {
            for (var rule : drlPackage.getRules()) {
                wordings.put(rule.getName(), Wording.of(rule.getName()));
            }
        }
        return wordings;
    }

    Set<String> ruleNames() {
        return wordings.keySet();
    }

    /**
     * The decision of the rules.
     *
     * @throws IllegalStateException if the rules fail, loop, contradict each other or leave a question unanswered that
     *     must have an answer: always a fault of the pack, never of the question
     */
    public Decision<O> decide(Q question) {
        var session = sessions.take();
        Decision<O> decision;
        try {
            decision = conclude(question, session.ask(question));
        } catch (RuntimeException broken) {
            session.close();
            throw new IllegalStateException("The rules failed over " + question + ".", broken);
        }
        sessions.giveBack(session);
        return decision;
    }

    private Decision<O> conclude(Q question, Findings<O> findings) {
        var outcome = findings.outcome();
        var fired = findings.rules();
        if (fired.isEmpty()) {
            return new Decision<>(outcome, List.of(findings.whySilence()), List.of(), question, version);
        }
        var wording = wording(fired);
        return new Decision<>(outcome, wording.reasons(), wording.rules(), question, version);
    }

    /** One rule is the normal case, and its wording was prepared. */
    private Wording wording(List<String> fired) {
        var prepared = fired.size() == 1 ? wordings.get(fired.get(0)) : null;
        return prepared == null ? Wording.of(fired) : prepared;
    }
}
