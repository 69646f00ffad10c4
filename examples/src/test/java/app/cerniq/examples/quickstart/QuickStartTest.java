package app.cerniq.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickStartTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE =
            Path.of("src", "main", "java", "app", "cerniq", "examples", "quickstart", "QuickStart.java");

    @Test
    void the_program_in_the_readme_is_the_program_that_compiles_here() throws IOException {
        assertThat(Files.readString(README)).contains("```java\n" + Files.readString(SOURCE) + "```\n");
    }

    @Test
    void it_runs_without_a_database() {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            QuickStart.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("DISCOUNT_NEEDS_APPROVAL")
                .contains("ILLEGAL_MOVE")
                .contains("31635.00 RON");
    }
}
