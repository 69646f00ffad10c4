package app.cerniq.application.guardrail;

import app.cerniq.domain.guardrail.tenant.GuardrailFault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vavr.control.Either;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON as a tree that remembers its lines. Bounded in depth and length before anything is made of it. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(20)
                    .maxStringLength(2_000)
                    .maxNameLength(100)
                    .build())
            .build();

    private JsonTree() {}

    static Either<GuardrailFault, Node> read(String file, String json) {
        try (var parser = FACTORY.createParser(json)) {
            parser.nextToken();
            var root = node(parser);
            if (parser.nextToken() != null) {
                return Either.left(new GuardrailFault(
                        file,
                        parser.currentLocation().getLineNr(),
                        "file",
                        "more after the end",
                        "one list of guardrails"));
            }
            return Either.right(root);
        } catch (JsonProcessingException unreadable) {
            var where = unreadable.getLocation();
            return Either.left(new GuardrailFault(
                    file,
                    where == null ? 1 : Math.max(1, where.getLineNr()),
                    "file",
                    unreadable.getOriginalMessage(),
                    "JSON of at most 8 levels, each name once"));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory cannot be read.", impossible);
        }
    }

    private static Node node(JsonParser parser) throws IOException {
        var line = parser.currentTokenLocation().getLineNr();
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var members = new LinkedHashMap<String, Node>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                members.put(name, node(parser));
            }
            return new Node(line, Kind.OBJECT, "", members, List.of());
        }
        if (token == JsonToken.START_ARRAY) {
            var items = new ArrayList<Node>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser));
            }
            return new Node(line, Kind.LIST, "", Map.of(), items);
        }
        return new Node(line, kind(token), token == null ? "" : parser.getText(), Map.of(), List.of());
    }

    private static Kind kind(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return Kind.TEXT;
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return Kind.NUMBER;
        }
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE ? Kind.BOOLEAN : Kind.NOTHING;
    }

    private enum Kind {
        OBJECT,
        LIST,
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }

    /** One value with the line that it begins in. */
    static final class Node {

        private final int line;
        private final Kind kind;
        private final String written;
        private final Map<String, Node> members;
        private final List<Node> items;

        private Node(int line, Kind kind, String written, Map<String, Node> members, List<Node> items) {
            this.line = line;
            this.kind = kind;
            this.written = written;
            this.members = members;
            this.items = items;
        }

        int line() {
            return line;
        }

        boolean isObject() {
            return kind == Kind.OBJECT;
        }

        List<String> names() {
            return List.copyOf(members.keySet());
        }

        Optional<Node> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        Optional<List<Node>> items() {
            return kind == Kind.LIST ? Optional.of(items) : Optional.empty();
        }

        Optional<String> text() {
            return kind == Kind.TEXT ? Optional.of(written) : Optional.empty();
        }

        Optional<String> wholeNumber() {
            return kind == Kind.NUMBER ? Optional.of(written) : Optional.empty();
        }

        /** A text, number or boolean as it was written. */
        Optional<String> scalar() {
            return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.BOOLEAN
                    ? Optional.of(written)
                    : Optional.empty();
        }

        String describe() {
            return switch (kind) {
                case OBJECT -> "an object";
                case LIST -> "a list";
                case NOTHING -> "nothing";
                case TEXT, NUMBER, BOOLEAN -> printable(written);
            };
        }

        private static String printable(String text) {
            return text.replaceAll("\\p{Cntrl}", "?");
        }
    }
}
