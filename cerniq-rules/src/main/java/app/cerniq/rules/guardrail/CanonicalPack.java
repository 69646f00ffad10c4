package app.cerniq.rules.guardrail;

import static org.drools.modelcompiler.dsl.pattern.D.declarationOf;
import static org.drools.modelcompiler.dsl.pattern.D.globalOf;
import static org.drools.modelcompiler.dsl.pattern.D.on;
import static org.drools.modelcompiler.dsl.pattern.D.pattern;
import static org.drools.modelcompiler.dsl.pattern.D.rule;

import app.cerniq.domain.guardrail.PlainText;
import app.cerniq.domain.guardrail.tenant.Condition;
import app.cerniq.domain.guardrail.tenant.Form;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.Operator;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.ports.guardrail.ReplyQuestion;
import app.cerniq.ports.guardrail.TenantRules;
import app.cerniq.rules.engine.RuleBook;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;

/**
 * A tenant's guardrails as the canonical model of the rule engine, built in memory from values that were checked one by
 * one. No text of a tenant reaches a compiler, an expression or a pattern: words are only ever searched in words.
 */
final class CanonicalPack implements TenantRules {

    private static final String NAME = "app.cerniq.rules.guardrail.tenant";

    private final RuleBook<ReplyQuestion, List<TenantGuardrail>> book;

    private CanonicalPack(RuleBook<ReplyQuestion, List<TenantGuardrail>> book) {
        this.book = book;
    }

    /** The pack, after it has answered its test questions; throws {@link IllegalStateException} where it cannot. */
    static CanonicalPack of(GuardrailPack pack) {
        var version = new PackVersion("tenant " + pack.tenant() + " " + pack.version());
        var built = new CanonicalPack(RuleBook.ofModel(
                model(pack),
                version,
                () -> new TenantFindings(),
                Math.max(1, pack.guardrails().size()) + 1));
        built.test(pack);
        return built;
    }

    @Override
    public Decision<List<TenantGuardrail>> decide(ReplyQuestion question) {
        return book.decide(question);
    }

    /** The engine must say of each guardrail what its conditions say when they are asked one by one. */
    private void test(GuardrailPack pack) {
        for (var question : SelfTest.questions(pack)) {
            var expected = pack.guardrails().stream()
                    .filter(guardrail -> guardrail.when().stream().allMatch(condition -> holds(condition, question)))
                    .map(TenantGuardrail::code)
                    .sorted()
                    .toList();
            var actual = decide(question).outcome().stream()
                    .map(TenantGuardrail::code)
                    .sorted()
                    .toList();
            if (!expected.equals(actual)) {
                throw new IllegalStateException("Version " + pack.version() + " of the guardrails of tenant "
                        + pack.tenant() + " fails its test: " + actual + " apply instead of " + expected + ".");
            }
        }
    }

    private static Model model(GuardrailPack pack) {
        var findings = globalOf(TenantFindings.class, NAME, "findings");
        var rules = new ArrayList<Rule>();
        for (var guardrail : pack.guardrails()) {
            rules.add(asRule(guardrail, findings));
        }
        return new ModelImpl().addGlobal(findings).withRules(rules);
    }

    private static Rule asRule(TenantGuardrail guardrail, Global<TenantFindings> findings) {
        var question = declarationOf(ReplyQuestion.class);
        var guarded = pattern(question);
        for (var condition : guardrail.when()) {
            // The engine shares expressions by this name alone, so it holds everything that tells two of them apart.
            guarded = guarded.expr(condition.name(), predicate(condition));
        }
        return rule(NAME, guardrail.code() + " " + guardrail.name())
                .build(guarded, on(findings).execute(said -> said.applies(guardrail)));
    }

    private static Predicate1<ReplyQuestion> predicate(Condition condition) {
        if (condition.field().form() == Form.WORDS) {
            var words = PlainText.of(condition.literal().written());
            var wanted = condition.operator() == Operator.CONTAINS;
            return question -> question.plainText().contains(words) == wanted;
        }
        var field = condition.field();
        var operator = condition.operator();
        var number = condition.literal().number();
        return question -> operator.holds(question.value(field), number);
    }

    private static boolean holds(Condition condition, ReplyQuestion question) {
        return condition.field().form() == Form.WORDS
                ? question.plainText().contains(PlainText.of(condition.literal().written()))
                        == (condition.operator() == Operator.CONTAINS)
                : condition
                        .operator()
                        .holds(
                                question.value(condition.field()),
                                condition.literal().number());
    }

    /** Questions at, below and above every number that the pack names, with and without its words. */
    private static final class SelfTest {

        private SelfTest() {}

        static List<ReplyQuestion> questions(GuardrailPack pack) {
            var questions = new ArrayList<ReplyQuestion>();
            questions.add(question(0, " "));
            for (var guardrail : pack.guardrails()) {
                var words = new StringBuilder(" ");
                for (var condition : guardrail.when()) {
                    if (condition.field().form() == Form.WORDS) {
                        words.append(PlainText.of(condition.literal().written()).substring(1));
                    }
                }
                for (var condition : guardrail.when()) {
                    questions.add(question(condition.literal().number(), words.toString()));
                }
            }
            return questions;
        }

        private static ReplyQuestion question(long number, String words) {
            var states = NegotiationState.values();
            var isOdd = number % 2 == 1;
            return new ReplyQuestion(
                    states[(int) (number % states.length)],
                    number,
                    number,
                    number,
                    number,
                    number,
                    number,
                    number,
                    number,
                    number,
                    isOdd,
                    isOdd,
                    isOdd,
                    isOdd,
                    words);
        }
    }
}
