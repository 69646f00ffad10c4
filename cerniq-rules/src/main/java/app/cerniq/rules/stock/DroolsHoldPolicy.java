package app.cerniq.rules.stock;

import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.stock.HoldPolicy;
import app.cerniq.ports.stock.HoldQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import java.time.Duration;
import java.util.Optional;

/** The rules of {@code holds.drl}. */
public final class DroolsHoldPolicy implements HoldPolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.stock.holds";

    private final RuleBook<HoldQuestion, Optional<Duration>> book;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsHoldPolicy(BuiltInPack pack) {
        this.book = pack.book(RULES, HoldFindings::new);
    }

    @Override
    public Decision<Optional<Duration>> decide(HoldQuestion question) {
        return book.decide(question);
    }
}
