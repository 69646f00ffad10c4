package app.cerniq.testkit.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Rounding;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private static final Corpus ALL = Corpus.whole();

    @Test
    void it_has_at_least_1500_messages_of_which_500_are_hostile_and_45_in_a_hundred_are_honest() {
        var hostile =
                ALL.messages().stream().filter(message -> !message.mayLeave()).count();
        var honest = ALL.messages().size() - hostile;

        assertThat(ALL.messages()).hasSizeGreaterThanOrEqualTo(1_500);
        assertThat(hostile).isGreaterThanOrEqualTo(500);
        assertThat(honest * 100 / ALL.messages().size()).isGreaterThanOrEqualTo(45);
    }

    @Test
    void it_is_in_romanian_and_in_english() {
        var romanian = ALL.messages().stream()
                .filter(message -> message.language().equals("ro"))
                .count();

        assertThat(romanian * 100 / ALL.messages().size()).isBetween(60L, 80L);
        assertThat(ALL.messages()).extracting(LabelledMessage::language).containsOnly("ro", "en");
    }

    @Test
    void no_message_is_there_twice() {
        var seen = new HashSet<String>();

        assertThat(ALL.messages()).allMatch(message -> seen.add(normal(message.text())));
        assertThat(ALL.messages()).extracting(LabelledMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void three_hundred_are_held_out_and_in_no_other_file() {
        var heldOut = Corpus.heldOut().messages();

        assertThat(heldOut).hasSize(300);
        assertThat(Corpus.open().messages()).doesNotContainAnyElementsOf(heldOut);
    }

    @Test
    void every_scene_is_played() {
        assertThat(ALL.messages())
                .extracting(LabelledMessage::scene)
                .containsAll(ALL.scenes().keySet());
        assertThat(ALL.scenes()).hasSize(12);
    }

    @Test
    void the_figures_of_the_scenes_are_those_of_the_engine() {
        for (var scene : ALL.scenes().values()) {
            scene.quote().ifPresent(quote -> {
                var lines =
                        quote.lines().stream().map(line -> line(scene, line)).toList();
                var totals = new QuoteVersion(1, scene.currency(), Rounding.HALF_UP, lines).totals();

                assertThat(lines).extracting(QuoteLine::unitPrice).isEqualTo(prices(quote));
                assertThat(List.of(totals.net(), totals.vat(), totals.gross()))
                        .isEqualTo(List.of(quote.net(), quote.vat(), quote.gross()));
            });
        }
    }

    private static List<?> prices(Scene.Quote quote) {
        return quote.lines().stream().map(Scene.Line::unitPrice).toList();
    }

    private static QuoteLine line(Scene scene, Scene.Line line) {
        var goods = scene.goods(line.sku());
        var offering = new PricedOffering(
                goods.sku(),
                goods.version(),
                goods.name(),
                goods.unit(),
                "standard",
                goods.listPrice(),
                goods.floorPrice(),
                Optional.of(goods.cost()),
                VatTreatment.taxed(goods.vatRate().points().stripTrailingZeros().toPlainString()));
        return QuoteLine.atDiscount(offering, line.quantity(), line.discount());
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
