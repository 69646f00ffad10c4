package app.cerniq.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.QuoteTotals.VatGroup;
import app.cerniq.domain.shared.Amounts;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuoteTotalsArithmeticTest {

    private static final List<VatTreatment> TREATMENTS = List.of(
            VatTreatment.taxed("21"),
            VatTreatment.taxed("11"),
            VatTreatment.taxed("0.01"),
            new VatTreatment(VatCategory.AE, Percentage.ZERO),
            new VatTreatment(VatCategory.E, Percentage.ZERO));

    @Property(tries = 300)
    void net_and_vat_make_gross(@ForAll("quotes") QuoteVersion quote) {
        var totals = quote.totals();

        assertThat(totals.net().plus(totals.vat())).isEqualTo(totals.gross());
    }

    @Property(tries = 300)
    void the_net_lines_make_the_net_total(@ForAll("quotes") QuoteVersion quote) {
        var lines = quote.lines().stream().map(line -> line.net(quote.rounding()));

        assertThat(lines.reduce(Money.zero(Money.RON), Money::plus))
                .isEqualTo(quote.totals().net());
    }

    @Property(tries = 300)
    void the_groups_make_the_totals(@ForAll("quotes") QuoteVersion quote) {
        var totals = quote.totals();

        var ofGroups = List.of(
                sum(totals.groups().stream().map(VatGroup::taxable).toList()),
                sum(totals.groups().stream().map(VatGroup::vat).toList()));

        assertThat(ofGroups).isEqualTo(List.of(totals.net(), totals.vat()));
    }

    @Property(tries = 300)
    void there_is_one_group_per_treatment_in_order(@ForAll("quotes") QuoteVersion quote) {
        var treatments = quote.lines().stream()
                .map(line -> line.offering().vat())
                .distinct()
                .sorted();

        assertThat(quote.totals().groups().stream().map(VatGroup::treatment))
                .containsExactlyElementsOf(treatments.toList());
    }

    @Property(tries = 300)
    void the_order_of_the_lines_does_not_matter(@ForAll("quotes") QuoteVersion quote, @ForAll Random random) {
        var shuffled = new ArrayList<>(quote.lines());

        Collections.shuffle(shuffled, random);

        assertThat(new QuoteVersion(1, Money.RON, quote.rounding(), shuffled).totals())
                .isEqualTo(quote.totals());
    }

    @Property(tries = 500)
    void vat_per_line_would_differ_by_half_a_ban_per_line_at_most(@ForAll("quotesHalfUp") QuoteVersion quote) {
        var perLine = sum(quote.lines().stream()
                .map(line ->
                        line.net(quote.rounding()).share(line.offering().vat().rate(), quote.rounding()))
                .toList());

        var difference =
                perLine.amount().subtract(quote.totals().vat().amount()).abs();

        assertThat(difference)
                .isLessThanOrEqualTo(new BigDecimal("0.005")
                        .multiply(BigDecimal.valueOf(quote.lines().size())));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(Money.RON), Money::plus);
    }

    @Provide
    Arbitrary<QuoteVersion> quotes() {
        return Arbitraries.of(Rounding.class).flatMap(QuoteTotalsArithmeticTest::roundedBy);
    }

    @Provide
    Arbitrary<QuoteVersion> quotesHalfUp() {
        return roundedBy(Rounding.HALF_UP);
    }

    private static Arbitrary<QuoteVersion> roundedBy(Rounding rounding) {
        return lines().map(lines -> new QuoteVersion(1, Money.RON, rounding, lines));
    }

    private static Arbitrary<List<QuoteLine>> lines() {
        return drafts().list()
                .ofMaxSize(8)
                .withoutEdgeCases()
                .map(drafts -> IntStream.range(0, drafts.size())
                        .mapToObj(number -> drafts.get(number).as("SKU-" + number))
                        .toList());
    }

    private static Arbitrary<Draft> drafts() {
        var prices = Amounts.ronUpTo(99_999).filter(price -> !price.isZero());
        return Combinators.combine(
                        prices, Amounts.kilogramsUpTo(99_999), Amounts.anyPercentage(), Arbitraries.of(TREATMENTS))
                .as(Draft::new);
    }

    /** A line that has no product yet. */
    private record Draft(Money listPrice, Quantity quantity, Percentage discount, VatTreatment vat) {

        QuoteLine as(String sku) {
            return QuoteLine.atDiscount(Goods.byKilogram(sku, listPrice, vat), quantity, discount);
        }
    }
}
