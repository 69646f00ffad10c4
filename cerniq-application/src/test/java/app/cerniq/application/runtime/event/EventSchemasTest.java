package app.cerniq.application.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.event.EventType;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The published schemas are those of the types. After a change of a type, {@code -Dcerniq.schemas=write} writes them again;
 * whoever does so looks at the difference first, because others rely on it.
 */
class EventSchemasTest {

    private static final Path PUBLISHED = Path.of("src/main/resources" + EventSchemas.FOLDER);
    private static final SchemaWriter WRITER = new SchemaWriter();

    @ParameterizedTest
    @EnumSource
    void the_published_schema_is_that_of_the_type(EventType type) throws IOException {
        var schema = WRITER.schema(type);
        var file = PUBLISHED.resolve(EventSchemas.file(type));
        if (System.getProperty("cerniq.schemas", "").equals("write")) {
            Files.createDirectories(PUBLISHED);
            Files.writeString(file, schema);
        }

        assertThat(file).content().isEqualTo(schema);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_keeps_its_schema(EventType type) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(WRITER.schema(type));

        assertThat(schema.validate(EventJson.payload(Samples.full(type)), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(EventJson.payload(Samples.bare(type)), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"nothing\": true}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void nothing_else_is_published() throws IOException {
        try (var files = Files.list(PUBLISHED)) {
            assertThat(files).hasSize(EventType.values().length);
        }
    }
}
