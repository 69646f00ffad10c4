package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue in the documentation is the one in the code; {@code -Dcerniq.docs=write} writes it again. */
class EventDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/events.md");
    private static final String HEADING = "| event | told when | payload |\n|---|---|---|\n";

    @Test
    void the_documented_catalogue_is_that_of_the_code() throws IOException {
        var document = Files.readString(DOCUMENT);
        var text = document.substring(0, document.indexOf(HEADING)) + HEADING + table();
        if (System.getProperty("cerniq.docs", "").equals("write")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT).content().isEqualTo(text);
    }

    private static String table() {
        return Arrays.stream(EventType.values())
                .map(type -> "| `" + type.word() + "` | " + type.when() + " | " + fields(type) + " |\n")
                .collect(Collectors.joining());
    }

    private static String fields(EventType type) {
        return Arrays.stream(type.payload().getRecordComponents())
                .map(one -> one.getName() + (one.getType() == Optional.class ? "?" : ""))
                .collect(Collectors.joining(", "));
    }
}
