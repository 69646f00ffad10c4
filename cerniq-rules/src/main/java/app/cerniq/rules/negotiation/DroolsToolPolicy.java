package app.cerniq.rules.negotiation;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.negotiation.ToolPolicy;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import java.util.Arrays;
import java.util.List;

/** The rules of {@code tools.drl}. */
public final class DroolsToolPolicy implements ToolPolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.negotiation.tools";

    private final RuleBook<ToolQuestion, Boolean> book;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsToolPolicy(BuiltInPack pack) {
        this.book = pack.book(RULES, ToolFindings::new);
    }

    @Override
    public Decision<Boolean> decide(ToolQuestion question) {
        return book.decide(question);
    }

    @Override
    public List<Tool> allowedIn(NegotiationState state) {
        return Arrays.stream(Tool.values())
                .filter(tool -> decide(new ToolQuestion(state, tool)).outcome())
                .toList();
    }
}
