package app.cerniq.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import app.cerniq.testkit.time.CountedIds;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The same story on PostgreSQL. */
class StoryIT {

    @Test
    void postgresql_tells_the_same_story_as_the_store_in_memory() throws IOException {
        try (var database = PlayPostgres.start();
                var installation = Installation.made(database, "story")) {
            var told = StoryTest.story(installation.storage(), new CountedIds(7));

            assertThat(told).isEqualTo(StoryTest.golden());
        }
    }
}
