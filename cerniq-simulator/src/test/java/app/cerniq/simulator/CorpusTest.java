package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What failed once is run again for ever. */
class CorpusTest {

    @Test
    void nothing_that_failed_once_fails_again() throws IOException {
        var simulation = Simulation.builder().build();

        for (var entry : corpus()) {
            assertThat(simulation.run(entry.plan()).violation())
                    .as(entry.line())
                    .isEmpty();
        }
    }

    private static java.util.List<Corpus.Entry> corpus() throws IOException {
        try (var stream = Objects.requireNonNull(CorpusTest.class.getResourceAsStream("corpus.txt"));
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var entries = Corpus.read(reader.lines().toList());
            assertThat(entries).isNotEmpty();
            return entries;
        }
    }
}
