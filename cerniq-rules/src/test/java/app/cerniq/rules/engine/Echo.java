package app.cerniq.rules.engine;

import static org.drools.modelcompiler.dsl.pattern.D.declarationOf;
import static org.drools.modelcompiler.dsl.pattern.D.globalOf;
import static org.drools.modelcompiler.dsl.pattern.D.on;
import static org.drools.modelcompiler.dsl.pattern.D.pattern;
import static org.drools.modelcompiler.dsl.pattern.D.rule;

import java.util.List;
import org.drools.model.Model;
import org.drools.model.functions.Block1;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;

/** A pack that behaves as badly as a test wants it to: it answers with words, throws, loops or contradicts itself. */
final class Echo {

    private static final String PACK = "app.cerniq.rules.engine.echo";

    private Echo() {}

    record Question(String text) {}

    /** Takes silence for a fault, as findings do unless they say otherwise. */
    static class Words extends Findings<String> {
        final void say(String word) {
            report(word);
        }
    }

    /** Takes silence for an answer. */
    static final class PatientWords extends Words {
        @Override
        protected String silence() {
            return "nothing";
        }
    }

    static Model pack() {
        var findings = globalOf(Words.class, PACK, "findings");
        return new ModelImpl()
                .addGlobal(findings)
                .withRules(List.of(
                        answering("ECHO-1 hello is answered", "hello", words -> words.say("hello"), findings),
                        answering("ECHO-2 hello is answered twice", "twice", words -> words.say("one"), findings),
                        answering("ECHO-3 hello is answered otherwise", "twice", words -> words.say("two"), findings),
                        answering("ECHO-4 in agreement", "agreed", words -> words.say("yes"), findings),
                        answering("ECHO-5 in agreement as well", "agreed", words -> words.say("yes"), findings),
                        answering(
                                "ECHO-6 a fault in an action",
                                "throw",
                                words -> {
                                    throw new UnsupportedOperationException("a rule that fails");
                                },
                                findings),
                        endless()));
    }

    private static org.drools.model.Rule answering(
            String name, String text, Block1<Words> action, org.drools.model.Global<Words> findings) {
        var question = declarationOf(Question.class);
        Predicate1<Question> asked = fact -> fact.text().equals(text);
        return rule(PACK, name)
                .build(
                        pattern(question).expr("text == " + text, asked),
                        on(findings).execute(action));
    }

    /** Every firing inserts the next question, so that it never comes to an end. */
    private static org.drools.model.Rule endless() {
        var question = declarationOf(Question.class);
        Predicate1<Question> asked = fact -> fact.text().startsWith("loop");
        return rule(PACK, "ECHO-7 a loop")
                .build(
                        pattern(question).expr("text starts with loop", asked),
                        on(question).execute((drools, fact) -> drools.insert(new Question(fact.text() + "."))));
    }
}
