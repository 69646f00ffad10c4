package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.shared.Money.RON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.Unit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuoteVersionTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final QuoteLine WHEAT = Lines.of(WHEAT_SEED, "40", "10");
    private static final QuoteLine TAPE = Lines.of(DRIP_TAPE, "1500", "0");

    @Test
    void a_line_is_found_by_its_sku() {
        assertThat(Lines.quote(WHEAT, TAPE).line(DRIP_TAPE.sku())).contains(TAPE);
    }

    @Test
    void what_is_not_quoted_is_not_found() {
        assertThat(Lines.quote(WHEAT, TAPE).line(NOZZLE.sku())).isEmpty();
    }

    @Test
    void a_product_has_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.quote(WHEAT, TAPE, Lines.of(WHEAT_SEED, "1", "0")))
                .withMessage("Two lines for SEM-GRAU-01.");
    }

    @Test
    void a_quote_has_one_currency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteVersion(1, EURO, Rounding.HALF_UP, List.of(WHEAT)))
                .withMessage("A line in RON in a quote in EUR.");
    }

    @Test
    void versions_count_from_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteVersion(0, RON, Rounding.HALF_UP, List.of(WHEAT)));
    }

    @Test
    void a_hundred_lines_are_a_quote() {
        assertThat(new QuoteVersion(1, RON, Rounding.HALF_UP, lines(100)).lines())
                .hasSize(100);
    }

    @Test
    void one_more_is_too_many() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteVersion(1, RON, Rounding.HALF_UP, lines(101)))
                .withMessageContaining("at most 100 lines");
    }

    @Test
    void a_version_never_changes_after_it_was_made() {
        var lines = new ArrayList<>(List.of(WHEAT));
        var quote = new QuoteVersion(1, RON, Rounding.HALF_UP, lines);

        lines.add(TAPE);

        assertThat(quote).isEqualTo(Lines.quote(WHEAT));
    }

    @Test
    void what_is_bought_does_not_depend_on_the_price() {
        var dearer = Lines.quote(Lines.of(WHEAT_SEED, "40", "0"), TAPE);

        assertThat(dearer.contents()).isEqualTo(Lines.quote(WHEAT, TAPE).contents());
    }

    @Test
    void what_is_bought_depends_on_the_quantity() {
        var more = Lines.quote(Lines.of(WHEAT_SEED, "41", "10"), TAPE);

        assertThat(more.contents()).isNotEqualTo(Lines.quote(WHEAT, TAPE).contents());
    }

    @Test
    void what_is_bought_depends_on_the_product() {
        var other = Lines.quote(Lines.of(NOZZLE, "40", "10"), TAPE);

        assertThat(other.contents()).isNotEqualTo(Lines.quote(WHEAT, TAPE).contents());
    }

    @Test
    void five_tonnes_are_not_five_kilograms() {
        var kilograms = Goods.byKilogram("UREA", Money.ron("2.40"), VatTreatment.taxed("11"));
        var tonnes = Goods.inUnit(Unit.TONNE, kilograms);

        assertThat(Lines.quote(Lines.of(tonnes, "5", "0")).contents())
                .isNotEqualTo(Lines.quote(Lines.of(kilograms, "5", "0")).contents());
    }

    private static List<QuoteLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Goods.byKilogram("SKU-" + number, Money.ron("1.00"), VatTreatment.taxed("21")))
                .map(offering -> Lines.of(offering, "1", "0"))
                .toList();
    }

    @Test
    void a_line_contains_the_discount_on_the_quote() {
        var line = Lines.of(WHEAT_SEED, "40", "10");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuoteVersion(1, RON, Rounding.HALF_UP, Percentage.of("5"), List.of(line)))
                .withMessage("The line for SEM-GRAU-01 has 0 % of the discount of 5 % on the quote.");
    }
}
