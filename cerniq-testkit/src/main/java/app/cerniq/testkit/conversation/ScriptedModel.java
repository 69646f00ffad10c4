package app.cerniq.testkit.conversation;

import app.cerniq.domain.conversation.Usage;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.conversation.ModelAnswer;
import app.cerniq.ports.conversation.ModelAnswer.ToolWish;
import app.cerniq.ports.conversation.ModelRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A model that says what a test lays down, line by line, and remembers what it was asked. The last line stays. Thread-safe. */
public final class ScriptedModel implements LanguageModel {

    private static final Usage USAGE = new Usage(120, 30, 450);

    private final String name;
    private final Deque<Function<ModelRequest, Outcome<ModelAnswer>>> lines = new ArrayDeque<>();
    private final List<ModelRequest> asked = new ArrayList<>();

    /** A model with a name and no lines yet. */
    public ScriptedModel(String name) {
        this.name = name;
    }

    /** A model that says one thing after the other, and then the last one for ever. */
    public static ScriptedModel saying(String... texts) {
        var model = new ScriptedModel("scripted");
        for (var text : texts) {
            model.then(text);
        }
        return model;
    }

    /** Says this next, and is sure of it. */
    public ScriptedModel then(String text) {
        return then(text, "95");
    }

    /** Says this next, and is as sure of it as that, in percent. */
    public ScriptedModel then(String text, String confidence) {
        return then(request -> new Outcome.Done<>(answer(name, text, confidence, List.of())));
    }

    /** Wants tools next. */
    public ScriptedModel wanting(ToolWish... wishes) {
        return then(request -> new Outcome.Done<>(answer(name, "", "95", List.of(wishes))));
    }

    /** Does this next. */
    public synchronized ScriptedModel then(Function<ModelRequest, Outcome<ModelAnswer>> line) {
        lines.add(line);
        return this;
    }

    /** An answer as a model gives it. */
    public static ModelAnswer answer(String name, String text, String confidence, List<ToolWish> wants) {
        return new ModelAnswer(name, text, wants, USAGE, Percentage.of(confidence), Duration.ofMillis(700));
    }

    /** What it was asked so far. */
    public synchronized List<ModelRequest> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome<ModelAnswer> ask(ModelRequest request) {
        Function<ModelRequest, Outcome<ModelAnswer>> line;
        synchronized (this) {
            asked.add(request);
            line = lines.size() > 1 ? lines.remove() : lines.element();
        }
        return line.apply(request);
    }
}
