package app.cerniq.testkit.guardrail;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as far as the files of the corpus use it: objects, arrays, strings, whole numbers and null. Of our own, because the
 * test kit brings no library of JSON to those who test with it.
 */
record Json(@Nullable Object value) implements Iterable<Json> {

    /** A whole text; throws {@link IllegalArgumentException} where it is something else. */
    static Json read(String text) {
        var reader = new Reader(text);
        var json = reader.value();
        reader.end();
        return json;
    }

    /** A member of an object; throws where there is none. */
    Json required(String member) {
        if (value instanceof Map<?, ?> members && members.get(member) instanceof Json found) {
            return found;
        }
        throw new IllegalArgumentException("No " + member + " in " + value + ".");
    }

    boolean isNull() {
        return value == null;
    }

    String asText() {
        return String.valueOf(value);
    }

    int asInt() {
        return Integer.parseInt(asText());
    }

    /** The elements of an array; throws for anything else. */
    @Override
    public Iterator<Json> iterator() {
        if (!(value instanceof List<?> elements)) {
            throw new IllegalArgumentException("No array: " + value + ".");
        }
        return elements.stream().map(Json.class::cast).iterator();
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Json value() {
            var c = next();
            return switch (c) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> new Json(string());
                default -> word();
            };
        }

        void end() {
            blanks();
            if (at < text.length()) {
                throw wrong();
            }
        }

        private Json object() {
            var members = new LinkedHashMap<String, Json>();
            take('{');
            while (next() != '}') {
                var name = string();
                take(':');
                members.put(name, value());
                if (next() == ',') {
                    at++;
                }
            }
            take('}');
            return new Json(members);
        }

        private Json array() {
            var elements = new ArrayList<Json>();
            take('[');
            while (next() != ']') {
                elements.add(value());
                if (next() == ',') {
                    at++;
                }
            }
            take(']');
            return new Json(elements);
        }

        private String string() {
            take('"');
            var string = new StringBuilder();
            while (here() != '"') {
                string.append(here() == '\\' ? escaped() : here());
                at++;
            }
            at++;
            return string.toString();
        }

        /** Stops at the last character of the escape. */
        private char escaped() {
            at++;
            var c = here();
            if (c == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            }
            return switch (c) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'b' -> '\b';
                case 'f' -> '\f';
                default -> c;
            };
        }

        private Json word() {
            var begin = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
            if (at == begin) {
                throw wrong();
            }
            var word = text.substring(begin, at);
            return new Json(word.equals("null") ? null : word);
        }

        private void take(char expected) {
            if (next() != expected) {
                throw wrong();
            }
            at++;
        }

        private char next() {
            blanks();
            return here();
        }

        private char here() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("No JSON from character " + at + " on.");
        }
    }
}
