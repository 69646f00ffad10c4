package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.SKU;
import static app.cerniq.domain.stock.Stocks.kg;
import static app.cerniq.domain.stock.Stocks.level;
import static app.cerniq.domain.stock.Stocks.position;
import static app.cerniq.domain.stock.Stocks.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Replenishment.Incoming;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockPositionTest {

    @Test
    void what_can_be_promised_is_what_all_locations_can_promise() {
        assertThat(position(level("w1", "10", "4"), level("w2", "5", "5")).available())
                .isEqualTo(kg("6"));
    }

    @Test
    void where_nothing_ever_lay_nothing_can_be_promised() {
        assertThat(position().available()).isEqualTo(kg("0"));
    }

    @Test
    void safety_stock_is_promised_to_nobody() {
        var level = new StockLevel(
                Stocks.at("w1"),
                kg("10"),
                kg("4"),
                Replenishment.standard(Unit.KILOGRAM).keeping(kg("5")),
                false);

        assertThat(level.available()).isEqualTo(kg("1"));
    }

    @Test
    void it_covers_what_it_has() {
        assertThat(position(level("w1", "10", "4")).covers(quantity("6"))).isTrue();
    }

    @Test
    void and_no_more() {
        assertThat(position(level("w1", "10", "4")).covers(quantity("6.001"))).isFalse();
    }

    @Test
    void of_a_service_there_is_always_enough() {
        assertThat(new StockPosition(SKU, false, Unit.KILOGRAM, List.of()).covers(quantity("6")))
                .isTrue();
    }

    @Test
    void without_reservations_their_goods_are_there_again() {
        var there = position(level("w1", "10", "4"), level("w2", "5", "5"));

        assertThat(there.without(List.of(reservation(1, "w1", "3"), reservation(2, "w2", "5"))))
                .isEqualTo(position(level("w1", "10", "1"), level("w2", "5", "0")));
    }

    @Test
    void a_reservation_that_does_not_count_any_more_frees_nothing() {
        assertThat(position(level("w1", "10", "0")).without(List.of(reservation(1, "w1", "3"))))
                .isEqualTo(position(level("w1", "10", "0")));
    }

    @Test
    void of_several_deliveries_the_first_is_told() {
        var april = new Incoming(quantity("100"), LocalDate.of(2026, 4, 1));
        var may = new Incoming(quantity("900"), LocalDate.of(2026, 5, 1));

        assertThat(position(expecting("w1", may), expecting("w2", april)).nextIncoming())
                .contains(april);
    }

    @Test
    void a_place_is_low_at_its_threshold() {
        assertThat(level("w1", "10", "0").isLow()).isTrue();
    }

    @Test
    void and_not_a_gram_above() {
        assertThat(level("w1", "10.001", "0").isLow()).isFalse();
    }

    @Test
    void what_is_held_counts_for_the_reorder_point() {
        assertThat(level("w1", "25", "5").isDueForReorder()).isTrue();
    }

    private static StockLevel expecting(String location, Incoming incoming) {
        return new StockLevel(
                Stocks.at(location),
                kg("0"),
                kg("0"),
                Replenishment.standard(Unit.KILOGRAM).expecting(incoming),
                false);
    }

    private static Quantity quantity(String value) {
        return Quantity.of(value, Unit.KILOGRAM);
    }
}
