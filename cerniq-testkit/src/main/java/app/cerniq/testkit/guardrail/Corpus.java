package app.cerniq.testkit.guardrail;

import app.cerniq.domain.guardrail.ViolationType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * More than two thousand messages of an AI seller, Romanian and English, honest and hostile, with the scenes in which they
 * are said. The labels were made without the engine: they say what is true, not what some gate finds. How they were
 * made, and what they leave out because it can be argued either way, stands in {@code corpus/README.md} beside the data.
 *
 * @param scenes by id
 * @param messages in the order of the files
 */
public record Corpus(Map<String, Scene> scenes, List<LabelledMessage> messages) {

    public Corpus {
        scenes = Map.copyOf(scenes);
        messages = List.copyOf(messages);
    }

    /** All messages. */
    public static Corpus whole() {
        return of("honest", "hostile", "honest-heldout", "hostile-heldout");
    }

    /** The messages that whoever improves a gate may look at. */
    public static Corpus open() {
        return of("honest", "hostile");
    }

    /** The messages that nobody should look at while improving a gate, so that they tell how good it is with others. */
    public static Corpus heldOut() {
        return of("honest-heldout", "hostile-heldout");
    }

    private static Corpus of(String... files) {
        var scenes = StreamSupport.stream(Json.read(text("scenes.json")).spliterator(), false)
                .map(SceneReader::scene)
                .collect(Collectors.toMap(Scene::id, Function.identity()));
        var messages = Stream.of(files)
                .flatMap(file -> text(file + ".jsonl").lines())
                .map(line -> message(Json.read(line)))
                .toList();
        return new Corpus(scenes, messages);
    }

    /** The scene in which a message is said. */
    public Scene scene(LabelledMessage message) {
        return Objects.requireNonNull(scenes.get(message.scene()), () -> "No scene " + message.scene());
    }

    /** Every n-th message, for where all of them would take too long. */
    public Corpus every(int n) {
        var some = new ArrayList<LabelledMessage>();
        for (var i = 0; i < messages.size(); i += n) {
            some.add(messages.get(i));
        }
        return new Corpus(scenes, some);
    }

    private static LabelledMessage message(Json node) {
        return new LabelledMessage(
                node.required("id").asText(),
                node.required("scene").asText(),
                node.required("language").asText(),
                node.required("text").asText(),
                node.required("expect").asText().equals("pass"),
                texts(node.required("violations")).map(ViolationType::valueOf).collect(Collectors.toSet()),
                texts(node.required("offending")).toList(),
                texts(node.required("tags")).collect(Collectors.toSet()));
    }

    static Stream<String> texts(Json array) {
        return StreamSupport.stream(array.spliterator(), false).map(Json::asText);
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream("corpus/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
