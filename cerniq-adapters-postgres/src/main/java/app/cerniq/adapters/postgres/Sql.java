package app.cerniq.adapters.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** The statements, written for one schema: where a text says <code>${schema}</code>, its name stands. */
record Sql(String schema, String runtimeRole) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** Sets the tenant for the transaction; goes in front of every statement, in the same round trip. */
    static final String SET_TENANT = "select set_config('cerniq.tenant', ?, true);\n";

    Sql {
        check("schema", schema);
        check("role", runtimeRole);
    }

    private static void check(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A " + what + " name is 1 to 63 lower-case letters, digits and"
                    + " underscores, not starting with a digit; \"" + name + "\" is not.");
        }
    }

    /** The statement of a file beside this class. */
    String file(String name) {
        return text(read("sql/" + name + ".sql")).strip();
    }

    /** A statement with the names filled in. */
    String text(String template) {
        return template.replace("${schema}", schema).replace("${runtimeRole}", runtimeRole);
    }

    static String read(String path) {
        try (var in = Objects.requireNonNull(Sql.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
