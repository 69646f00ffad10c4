package app.cerniq.rules.stock;

import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.ports.stock.HoldPolicy;
import app.cerniq.ports.stock.HoldQuestion;
import app.cerniq.rules.engine.RuleBook;
import java.time.Duration;
import java.util.Optional;

/** The rules of {@code holds.drl}. */
public final class DroolsHoldPolicy implements HoldPolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.stock.holds";

    private final RuleBook<HoldQuestion, Optional<Duration>> book;

    /** The policy of the built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsHoldPolicy(PackVersion version) {
        this.book = RuleBook.builtIn(RULES, version, HoldFindings::new);
    }

    @Override
    public Decision<Optional<Duration>> decide(HoldQuestion question) {
        return book.decide(question);
    }
}
