package app.cerniq.benchmarks.decisions;

import app.cerniq.ports.negotiation.MoveQuestion;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: the same rules one after the other, each with a name, over the same fact. */
final class EasyRules implements MoveMachine {

    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRules() {
        for (var row : MoveTable.ROWS) {
            rules.register(new RuleBuilder()
                    .name(row.from() + " to " + row.to())
                    .when(facts -> matches(row, facts.get(QUESTION)))
                    .then(facts -> facts.<Answer>get(ANSWER).permit(row.from() + " to " + row.to()))
                    .build());
        }
    }

    private static boolean matches(MoveTable.Row row, MoveQuestion question) {
        return question.from() == row.from()
                && question.to() == row.to()
                && row.condition().test(question);
    }

    @Override
    public boolean permits(MoveQuestion question) {
        var answer = new Answer();
        var facts = new Facts();
        facts.put(QUESTION, question);
        facts.put(ANSWER, answer);
        engine.fire(rules, facts);
        return answer.rule.length() > 0;
    }

    /** What the rules reported. */
    private static final class Answer {

        private String rule = "";

        void permit(String name) {
            rule = name;
        }
    }
}
