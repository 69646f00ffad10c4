package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The published JSON Schemas (draft 2020-12): one for the payload of every type and version. */
public final class EventSchemas {

    /** Where they lie on the class path. */
    public static final String FOLDER = "/META-INF/cerniq/schemas/";

    private EventSchemas() {}

    /** The file name of the schema of a type's payload, for example {@code sale.completed.v1.json}. */
    public static String file(EventType type) {
        return type.word() + ".v" + type.version() + ".json";
    }

    /** The schema of a type's payload. */
    public static String of(EventType type) {
        try (var in = Objects.requireNonNull(EventSchemas.class.getResourceAsStream(FOLDER + file(type)), type::word)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
