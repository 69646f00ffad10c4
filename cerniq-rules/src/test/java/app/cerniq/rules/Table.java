package app.cerniq.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that people review, kept beside the test that reads it: commas part the cells, the first line names them. */
public final class Table {

    private Table() {}

    public static List<List<String>> of(Class<?> test, String file) {
        try (var stream = test.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
