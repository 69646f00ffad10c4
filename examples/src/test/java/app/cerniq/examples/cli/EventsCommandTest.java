package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {

    @TempDir
    private Path folder;

    private String run(String... arguments) throws IOException {
        var file = folder.resolve("out");
        var all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--output";
        all[arguments.length + 1] = file.toString();
        assertThat(CerniqCommand.commandLine().execute(all)).isEqualTo(ExitCode.OK);
        return Files.readString(file);
    }

    @Test
    void every_event_is_listed_with_what_it_carries() throws IOException {
        var lines = run("events").lines().toList();

        assertThat(lines).hasSize(EventType.values().length + 1);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("sale.completed")
                        .contains("etapa4:events:sale_completed")
                        .contains("clientCui?")
                        .contains("productsSold"));
    }

    @Test
    void the_schema_of_one_event_is_printed() throws IOException {
        assertThat(run("events", "--schema", "sale.completed"))
                .contains("https://json-schema.org/draft/2020-12/schema")
                .contains("productsSold");
    }

    @Test
    void an_unknown_event_is_refused() {
        assertThat(CerniqCommand.commandLine().execute("events", "--schema", "sale.exploded"))
                .isEqualTo(ExitCode.BAD_INPUT);
    }
}
