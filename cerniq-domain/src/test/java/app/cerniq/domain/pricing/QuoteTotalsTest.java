package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.shared.Money.ron;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.QuoteTotals.VatGroup;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTotalsTest {

    private static final VatTreatment STANDARD = VatTreatment.taxed("21");
    private static final VatTreatment REDUCED = VatTreatment.taxed("11");
    private static final VatTreatment REVERSE_CHARGE = new VatTreatment(VatCategory.AE, Percentage.ZERO);

    @Test
    void vat_is_computed_per_group_and_not_per_line() {
        var tenLines = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> line("SKU-" + number, "1.12", "1", STANDARD))
                .toArray(QuoteLine[]::new);

        assertThat(Lines.quote(tenLines).totals()).isEqualTo(oneGroup(STANDARD, "11.20", "2.35", "13.55"));
    }

    @Test
    void vat_is_computed_from_the_rounded_net_amount() {
        var line = line("SKU-1", "1.15", "2.34", STANDARD);

        assertThat(Lines.quote(line).totals()).isEqualTo(oneGroup(STANDARD, "2.69", "0.56", "3.25"));
    }

    @Test
    void every_category_and_rate_is_a_group_of_its_own_in_a_fixed_order() {
        var quote = Lines.quote(
                line("SKU-1", "100.00", "1", REVERSE_CHARGE),
                line("SKU-2", "10.00", "1", STANDARD),
                line("SKU-3", "1.00", "1", REDUCED),
                line("SKU-4", "5.00", "1", STANDARD));

        assertThat(quote.totals())
                .isEqualTo(new QuoteTotals(
                        ron("116.00"),
                        ron("3.26"),
                        ron("119.26"),
                        List.of(
                                new VatGroup(REDUCED, ron("1.00"), ron("0.11")),
                                new VatGroup(STANDARD, ron("15.00"), ron("3.15")),
                                new VatGroup(REVERSE_CHARGE, ron("100.00"), ron("0.00")))));
    }

    @Test
    void an_empty_quote_comes_to_nothing() {
        assertThat(Lines.quote().totals()).isEqualTo(new QuoteTotals(ron("0"), ron("0"), ron("0"), List.of()));
    }

    /** Net 0.025 and, of 0.50, VAT 0.105: both are halves. */
    @ParameterizedTest
    @CsvSource({"HALF_UP, 0.53, 0.11", "HALF_EVEN, 0.52, 0.10"})
    void half_a_ban_goes_where_the_quote_says(Rounding rounding, String net, String vat) {
        var quote = Lines.quote(
                rounding, line("SKU-1", "0.05", "0.5", REVERSE_CHARGE), line("SKU-2", "0.50", "1", STANDARD));

        assertThat(quote.totals())
                .extracting(QuoteTotals::net, QuoteTotals::vat)
                .containsExactly(ron(net), ron(vat));
    }

    @Test
    void the_margin_is_what_is_left_of_the_net_total_after_cost() {
        var quote = Lines.quote(Lines.of(WHEAT_SEED, "40", "0"), Lines.of(DRIP_TAPE, "1000", "0"));

        assertThat(QuoteTotals.estimatedMargin(quote)).contains(new Margin(new BigDecimal("45.13")));
    }

    @Test
    void a_sale_below_cost_has_a_margin_below_zero() {
        var quote = Lines.quote(Lines.of(WHEAT_SEED, "40", "50"));

        assertThat(QuoteTotals.estimatedMargin(quote)).contains(new Margin(new BigDecimal("-20.00")));
    }

    @Test
    void one_unknown_cost_leaves_the_margin_unknown() {
        var quote = Lines.quote(Lines.of(WHEAT_SEED, "40", "0"), Lines.of(NOZZLE, "1", "0"));

        assertThat(QuoteTotals.estimatedMargin(quote)).isEmpty();
    }

    @Test
    void nothing_quoted_has_no_margin() {
        assertThat(QuoteTotals.estimatedMargin(Lines.quote())).isEmpty();
    }

    @Test
    void nor_has_what_is_given_away() {
        var gift = Lines.quote(Lines.of(WHEAT_SEED, "40", "100"));

        assertThat(QuoteTotals.estimatedMargin(gift)).isEmpty();
    }

    private static QuoteTotals oneGroup(VatTreatment treatment, String net, String vat, String gross) {
        return new QuoteTotals(ron(net), ron(vat), ron(gross), List.of(new VatGroup(treatment, ron(net), ron(vat))));
    }

    private static QuoteLine line(String sku, String price, String kilograms, VatTreatment vat) {
        return Lines.of(Goods.byKilogram(sku, Money.ron(price), vat), kilograms, "0");
    }
}
