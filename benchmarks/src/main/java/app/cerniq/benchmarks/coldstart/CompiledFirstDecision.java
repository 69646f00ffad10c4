package app.cerniq.benchmarks.coldstart;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.ports.stock.HoldQuestion;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.rules.negotiation.MoveFindings;
import app.cerniq.rules.negotiation.ToolFindings;
import app.cerniq.rules.pricing.DiscountFindings;
import app.cerniq.rules.stock.HoldFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;

/**
 * The alternative: a process that compiles the same DRL when it starts, then asks one question of each of the four rule
 * bases, as the library does, and says which rule answered the first.
 */
public final class CompiledFirstDecision {

    private static final NegotiationState STATE = NegotiationState.DISCOVERY;

    /** The question about a move stands last: its rule is the one to be named. */
    private static final List<Asked> ALL = List.of(
            new Asked(
                    "app.cerniq.rules.negotiation.tools",
                    new ToolFindings(),
                    new ToolQuestion(STATE, Tool.SEARCH_PRODUCTS)),
            new Asked("app.cerniq.rules.stock.holds", new HoldFindings(), new HoldQuestion(STATE)),
            new Asked(
                    "app.cerniq.rules.pricing.discounts",
                    new DiscountFindings(),
                    DiscountQuestion.of(Percentage.ZERO, DiscountLimits.STANDARD, false, true, false)),
            new Asked(
                    "app.cerniq.rules.negotiation.moves",
                    new MoveFindings(),
                    MoveQuestion.of(STATE, NegotiationState.PROPOSAL, ActorKind.USER, false, Set.of())));

    private CompiledFirstDecision() {}

    /** Takes {@code classic}, or {@code executable} for the executable model. */
    public static void main(String[] arguments) throws IOException {
        var container = compiled(arguments[0]);
        var rule = "";
        for (var asked : ALL) {
            rule = answer(container, asked);
        }
        System.out.println(rule);
    }

    private static KieContainer compiled(String how) throws IOException {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        var module = services.newKieModuleModel();
        for (var asked : ALL) {
            module.newKieBaseModel(asked.drlPackage()).addPackage(asked.drlPackage());
            var folder = asked.drlPackage().replace('.', '/');
            files.write("src/main/resources/" + folder + "/rules.drl", source("/" + folder + ".drl"));
        }
        files.writeKModuleXML(module.toXML());
        var builder = services.newKieBuilder(files);
        build(builder, how);
        return services.newKieContainer(builder.getKieModule().getReleaseId());
    }

    private static void build(KieBuilder builder, String how) {
        builder.buildAll("classic".equals(how) ? DrlProject.class : ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
    }

    private static String source(String address) throws IOException {
        try (var stream = DroolsPolicies.class.getResourceAsStream(address)) {
            if (stream == null) {
                throw new IllegalStateException("No rules at " + address + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String answer(KieContainer container, Asked asked) {
        var fired = new ArrayList<String>();
        var session = container.getKieBase(asked.drlPackage()).newKieSession();
        session.setGlobal("findings", asked.findings());
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                fired.add(event.getMatch().getRule().getName());
            }
        });
        session.insert(asked.question());
        session.fireAllRules();
        session.dispose();
        return fired.get(0);
    }

    /** A question, the package whose rules answer it and the sink that they report to. */
    private record Asked(String drlPackage, Object findings, Record question) {}
}
