package app.cerniq.application.conversation.tool;

import app.cerniq.domain.shared.InvalidValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a model wrote as the arguments of a tool: one flat JSON object of texts and whole numbers. Whatever else it holds is
 * a fault, and all faults are told at once. For one call.
 */
final class Arguments {

    /** Source: specification, section 6.2. */
    private static final int LONGEST = 10_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxNumberLength(20)
                            .maxNameLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode given;
    private final Set<String> asked = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    private Arguments(ObjectNode given) {
        this.given = given;
    }

    /** The arguments, or why the text holds none; an empty text is an empty object. */
    static Either<String, Arguments> read(String input) {
        if (input.length() > LONGEST) {
            return Either.left("at most " + LONGEST + " characters");
        }
        try {
            var tree = input.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(input);
            return tree instanceof ObjectNode node ? Either.right(new Arguments(node)) : Either.left("one JSON object");
        } catch (JsonProcessingException unreadable) {
            return Either.left("one JSON object, each name once: " + unreadable.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A value that must be there; empty, and a fault, where it is not or is none. */
    <T> Optional<T> required(String name, Function<String, Either<InvalidValue, T>> parse) {
        if (!given.hasNonNull(name)) {
            asked.add(name);
            faults.add(name + ": must be there");
            return Optional.empty();
        }
        return optional(name, parse);
    }

    /** A value that may be there; empty, and a fault, where it is none. */
    <T> Optional<T> optional(String name, Function<String, Either<InvalidValue, T>> parse) {
        asked.add(name);
        return Optional.<JsonNode>ofNullable(given.get(name))
                .filter(node -> !node.isNull())
                .flatMap(node -> value(name, node, parse));
    }

    private <T> Optional<T> value(String name, JsonNode node, Function<String, Either<InvalidValue, T>> parse) {
        if (!node.isTextual() && !node.isNumber()) {
            faults.add(name + ": a text or a number");
            return Optional.empty();
        }
        var parsed = parse.apply(node.asText());
        parsed.peekLeft(invalid -> faults.add(name + ": " + invalid.accepted()));
        return parsed.toJavaOptional();
    }

    /** A whole number within bounds, or another where it is not there. */
    int count(String name, int least, int most, int otherwise) {
        return optional(name, text -> whole(name, text, least, most)).orElse(otherwise);
    }

    private static Either<InvalidValue, Integer> whole(String name, String text, int least, int most) {
        var accepted = new InvalidValue(name, text, "a whole number from " + least + " to " + most);
        try {
            var number = Integer.parseInt(text);
            return number >= least && number <= most ? Either.right(number) : Either.left(accepted);
        } catch (NumberFormatException none) {
            return Either.left(accepted);
        }
    }

    /** What was wrong so far, and every name that nobody asked for; to be read last. */
    List<String> faults() {
        var all = new ArrayList<>(faults);
        given.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                all.add(shown(name) + ": no argument of this tool; it has " + (asked.isEmpty() ? "none" : asked));
            }
        });
        return all;
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
