package app.cerniq.domain.stock;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Replenishment.Incoming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values: what they take, and the words with which they refuse the rest. */
class StockValuesTest {

    private static final StockAmount BAGS = StockAmount.of("10", Unit.BAG);
    private static final StockAmount LITRES = StockAmount.of("10", Unit.LITRE);

    @ParameterizedTest
    @ValueSource(strings = {"principal", " CLJ-1 ", "shop_2.b", "7"})
    void a_location_code_is_read(String text) {
        assertThat(LocationCode.parse(text)).isEqualTo(right(new LocationCode(text.strip())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-clj", "cluj napoca", "depozit/1", "a234567890123456789012345678901234567890b"})
    void any_other_location_code_is_refused(String text) {
        assertThat(LocationCode.parse(text))
                .isEqualTo(left(
                        new InvalidValue("location", text, "1 to 40 letters, digits, dots, dashes or underscores")));
    }

    @Test
    void its_constructor_refuses_the_same() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocationCode(" clj"))
                .withMessageContaining("1 to 40 letters, digits, dots, dashes or underscores");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", " dealers-2 "})
    void a_sales_channel_is_read(String text) {
        assertThat(SalesChannelCode.parse(text)).isEqualTo(right(new SalesChannelCode(text.strip())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Direct", "-d", "two words"})
    void any_other_sales_channel_is_refused(String text) {
        assertThat(SalesChannelCode.parse(text))
                .isEqualTo(
                        left(new InvalidValue("sales channel", text, "1 to 40 lower-case letters, digits and dashes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void a_location_has_a_name(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StockLocation(LocationCode.PRINCIPAL, StockLocation.Kind.WAREHOUSE, name, false))
                .withMessage("A location's name has 1 to 100 characters, not 0.");
    }

    @Test
    void and_no_endless_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StockLocation(LocationCode.PRINCIPAL, StockLocation.Kind.STORE, "x".repeat(101), false))
                .withMessage("A location's name has 1 to 100 characters, not 101.");
    }

    @Test
    void places_stand_in_the_order_of_their_skus_and_then_of_their_locations() {
        var first = place("A", "w2");
        var second = place("B", "w1");
        var third = place("B", "w2");

        assertThat(Stream.of(third, first, second).sorted()).containsExactly(first, second, third);
    }

    @Test
    void a_place_reads_as_a_sentence_says_it() {
        assertThat(place("A", "w2")).hasToString("A at w2");
    }

    @Test
    void a_place_starts_with_the_figures_of_the_source_document() {
        assertThat(Replenishment.standard(Unit.BAG))
                .isEqualTo(new Replenishment(
                        StockAmount.none(Unit.BAG),
                        StockAmount.of("10", Unit.BAG),
                        StockAmount.of("20", Unit.BAG),
                        Optional.of(Quantity.of("100", Unit.BAG)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("inTwoUnits")
    void a_product_is_counted_in_one_unit(
            StockAmount low, StockAmount reorder, Optional<Quantity> order, Optional<Incoming> incoming) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replenishment(BAGS, low, reorder, order, incoming))
                .withMessage("One SKU is counted in one unit, here sac.");
    }

    @Test
    void what_is_on_its_way_reads_with_its_day() {
        assertThat(new Incoming(Quantity.of("5", Unit.TONNE), LocalDate.of(2026, 4, 1)))
                .hasToString("5 t on 2026-04-01");
    }

    @Test
    void an_alert_is_critical_where_nothing_is_left() {
        assertThat(alert("0").severity()).isEqualTo(StockAlert.Severity.CRITICAL);
    }

    @Test
    void and_high_where_little_is() {
        assertThat(alert("1").severity()).isEqualTo(StockAlert.Severity.HIGH);
    }

    static Stream<Arguments> inTwoUnits() {
        var litres = Quantity.of("10", Unit.LITRE);
        return Stream.of(
                Arguments.of(LITRES, BAGS, Optional.empty(), Optional.empty()),
                Arguments.of(BAGS, LITRES, Optional.empty(), Optional.empty()),
                Arguments.of(BAGS, BAGS, Optional.of(litres), Optional.empty()),
                Arguments.of(
                        BAGS, BAGS, Optional.empty(), Optional.of(new Incoming(litres, LocalDate.of(2026, 4, 1)))));
    }

    private static Place place(String sku, String location) {
        return new Place(new Sku(sku), new LocationCode(location));
    }

    private static StockAlert alert(String available) {
        return new StockAlert(place("A", "w1"), 1, StockAmount.of(available, Unit.BAG), BAGS, Instant.EPOCH);
    }

    @Test
    void lists_are_copied_on_the_way_in() {
        var skus = new ArrayList<>(List.of(new Sku("A")));
        var shortage = new Shortage(
                Stocks.SKU, Quantity.of("1", Unit.BAG), StockAmount.none(Unit.BAG), Optional.empty(), skus);

        skus.clear();

        assertThat(shortage.substitutes()).containsExactly(new Sku("A"));
    }
}
