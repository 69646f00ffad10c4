package app.cerniq.rules.negotiation;

import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.negotiation.Timeout;
import app.cerniq.ports.negotiation.TimeoutPolicy;
import app.cerniq.ports.negotiation.TimeoutQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import java.util.Optional;

/** The rules of {@code timeouts.drl}. */
public final class DroolsTimeoutPolicy implements TimeoutPolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.negotiation.timeouts";

    private final RuleBook<TimeoutQuestion, Optional<Timeout>> book;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsTimeoutPolicy(BuiltInPack pack) {
        this.book = pack.book(RULES, TimeoutFindings::new);
    }

    @Override
    public Decision<Optional<Timeout>> decide(TimeoutQuestion question) {
        return book.decide(question);
    }
}
