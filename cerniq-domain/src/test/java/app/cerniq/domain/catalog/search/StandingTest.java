package app.cerniq.domain.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static Standing standing(int place, boolean isInStock, String price, String sku) {
        var relevance = new Relevance(OptionalInt.of(place), OptionalInt.empty(), OptionalInt.empty());
        return new Standing(relevance, isInStock, Money.ron(price), new Sku(sku));
    }

    @Test
    void relevance_then_stock_then_price_then_sku_decide() {
        var inOrder = List.of(
                standing(1, false, "90", "Z"),
                standing(2, true, "10", "A"),
                standing(2, true, "10", "B"),
                standing(2, true, "20", "A2"),
                standing(2, false, "5", "C"),
                standing(3, true, "1", "D"));

        var sorted = Stream.of(5, 3, 1, 4, 2, 0).map(inOrder::get).sorted().toList();

        assertThat(sorted).isEqualTo(inOrder);
    }
}
