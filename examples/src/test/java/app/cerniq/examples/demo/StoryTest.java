package app.cerniq.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.examples.data.CompaniesCsv;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

    @Test
    void three_products_of_which_there_is_just_enough_suffice() {
        var goods = List.of(Goods.WHEAT_SEED, Goods.UREA, Goods.DRIP_TAPE);
        var catalogue = new Catalogue(
                goods,
                goods.stream().collect(Collectors.toMap(PricedOffering::sku, one -> Quantity.of("20", one.unit()))));

        var told = story(catalogue, new InMemoryStorage(), new CountedIds(8));

        assertThat(told)
                .contains("tries to have all of it held")
                .containsPattern("offers 2 \\S+ of \\S+ instead")
                .contains("What lies on the shelves");
    }

    /** The story of the shipped catalogue on a store, without colour. */
    static String story(Storage storage, Ids ids) {
        return story(new CatalogueCsv("demo").shipped().get(), storage, ids);
    }

    private static String story(Catalogue catalogue, Storage storage, Ids ids) {
        var text = new StringWriter();
        var demo = Demo.with(catalogue, CompaniesCsv.shipped().get()).get();
        demo.tell(storage, ids, new TenantId(ids.next()), new Timeline(new PrintWriter(text, true), new Ink(false)));
        return text.toString().replace("\r\n", "\n");
    }

    static String golden() throws IOException {
        try (var bytes = Objects.requireNonNull(StoryTest.class.getResourceAsStream(GOLDEN), GOLDEN)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
