package app.cerniq.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.examples.data.CompaniesCsv;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The story of the demo, word for word; what is told now is left in {@code target/story.txt}, to be compared. */
class StoryTest {

    private static final String GOLDEN = "story.txt";

    @Test
    void the_store_in_memory_tells_the_story_word_for_word() throws IOException {
        var told = story(new InMemoryStorage(), new CountedIds(7));

        Files.writeString(Files.createDirectories(Path.of("target")).resolve(GOLDEN), told);
        assertThat(told).isEqualTo(golden());
    }

    /** The story on a store, without colour. */
    static String story(Storage storage, Ids ids) {
        var text = new StringWriter();
        var demo = Demo.with(
                        new CatalogueCsv("demo").shipped().get(),
                        CompaniesCsv.shipped().get())
                .get();
        demo.tell(storage, ids, new TenantId(ids.next()), new Timeline(new PrintWriter(text, true), new Ink(false)));
        return text.toString().replace("\r\n", "\n");
    }

    static String golden() throws IOException {
        try (var bytes = Objects.requireNonNull(StoryTest.class.getResourceAsStream(GOLDEN), GOLDEN)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
