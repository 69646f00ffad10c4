package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.shared.Money.RON;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.Unit;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteHashTest {

    private static final QuoteLine LINE =
            line("A", "1", "seed", "KILOGRAM", "standard", "10.00", "5.00", "4.00", "S", "21", "5", "10", "9.00");
    private static final QuoteLine WHEAT = Lines.of(WHEAT_SEED, "40", "10");
    private static final QuoteLine TAPE = Lines.of(DRIP_TAPE, "1500", "0");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    another sku           | B | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another version       | A | 2 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another name          | A | 1 | oats | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another unit          | A | 1 | seed | LITRE    | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another price list    | A | 1 | seed | KILOGRAM | wholesale | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another list price    | A | 1 | seed | KILOGRAM | standard  |  9.99 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another floor         | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.01 | 4.00 | S | 21 | 5 | 10 | 9.00
                    another cost          | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.01 | S | 21 | 5 | 10 | 9.00
                    an unknown cost       | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 |      | S | 21 | 5 | 10 | 9.00
                    another VAT category  | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | E |  0 | 5 | 10 | 9.00
                    another VAT rate      | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 11 | 5 | 10 | 9.00
                    another quantity      | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 6 | 10 | 9.00
                    another discount      | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 11 | 9.00
                    another unit price    | A | 1 | seed | KILOGRAM | standard  | 10.00 | 5.00 | 4.00 | S | 21 | 5 | 10 | 9.01
                    """)
    void a_line_of_other_substance_has_another_hash(String difference, ArgumentsAccessor fields) {
        var other = line(Arrays.stream(fields.toArray())
                .skip(1)
                .map(field -> field == null ? "" : field.toString())
                .toArray(String[]::new));

        assertThat(other.hash()).as(difference).isNotEqualTo(LINE.hash());
    }

    @Test
    void a_line_of_equal_substance_has_the_same_hash() {
        var again = line("A", "1", "seed", "KILOGRAM", "standard", "10", "5", "4", "S", "21.00", "5.000", "10.0", "9");

        assertThat(again.hash()).isEqualTo(LINE.hash());
    }

    @Test
    void the_number_of_a_version_is_no_part_of_its_substance() {
        var first = new QuoteVersion(1, RON, Rounding.HALF_UP, List.of(WHEAT, TAPE));
        var second = new QuoteVersion(2, RON, Rounding.HALF_UP, List.of(WHEAT, TAPE));

        assertThat(second.hash()).isEqualTo(first.hash());
    }

    @Test
    void the_rounding_is() {
        assertThat(Lines.quote(Rounding.HALF_EVEN, WHEAT).hash())
                .isNotEqualTo(Lines.quote(Rounding.HALF_UP, WHEAT).hash());
    }

    @Test
    void the_currency_is_even_of_an_empty_quote() {
        var euro = new QuoteVersion(1, Currency.getInstance("EUR"), Rounding.HALF_UP, List.of());

        assertThat(euro.hash()).isNotEqualTo(Lines.quote().hash());
    }

    @Test
    void every_line_is() {
        var dearer = Lines.of(WHEAT_SEED, "40", "9");

        assertThat(Lines.quote(dearer, TAPE).hash())
                .isNotEqualTo(Lines.quote(WHEAT, TAPE).hash());
    }

    @Test
    void a_line_that_is_taken_away_changes_the_hash() {
        assertThat(Lines.quote(WHEAT).hash())
                .isNotEqualTo(Lines.quote(WHEAT, TAPE).hash());
    }

    @Test
    void a_discount_on_the_whole_is_part_of_the_substance() {
        var plain = new QuoteVersion(1, RON, Rounding.HALF_UP, List.of());
        var discounted = new QuoteVersion(1, RON, Rounding.HALF_UP, Percentage.of("5"), List.of());

        assertThat(discounted.hash()).isNotEqualTo(plain.hash());
    }

    @Test
    void a_version_without_one_keeps_the_hash_it_had_before_there_were_any() {
        assertThat(new QuoteVersion(1, RON, Rounding.HALF_UP, Percentage.ZERO, List.of()).hash())
                .isEqualTo(ContentHash.of(List.of("RON", "HALF_UP")));
    }

    @Test
    void how_a_price_came_about_is_no_part_of_its_substance() {
        var bargained = QuoteLine.atPrice(WHEAT_SEED, WHEAT.quantity(), WHEAT.unitPrice());

        assertThat(bargained).isNotEqualTo(WHEAT);
        assertThat(bargained.hash()).isEqualTo(WHEAT.hash());
    }

    private static QuoteLine line(String... fields) {
        var unit = Unit.valueOf(fields[3]);
        var offering = new PricedOffering(
                new Sku(fields[0]),
                Integer.parseInt(fields[1]),
                fields[2],
                unit,
                fields[4],
                Money.ron(fields[5]),
                Money.ron(fields[6]),
                Optional.of(fields[7]).filter(cost -> !cost.isEmpty()).map(Money::ron),
                new VatTreatment(VatCategory.valueOf(fields[8]), Percentage.of(fields[9])));
        return new QuoteLine(offering, Quantity.of(fields[10], unit), Percentage.of(fields[11]), Money.ron(fields[12]));
    }
}
