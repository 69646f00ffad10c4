package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.reservation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DealStockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Holding HOLDING = new Holding(List.of(reservation(1, "w1", "5")), NOON);

    @Test
    void what_is_held_is_held_until_its_time_is_up() {
        assertThat(DealStock.NONE.holding(HOLDING).heldAt(NOON.minusSeconds(1))).contains(HOLDING);
    }

    @Test
    void whether_or_not_anybody_has_cleaned_up() {
        assertThat(DealStock.NONE.holding(HOLDING).heldAt(NOON)).isEmpty();
    }

    @Test
    void what_is_sold_is_no_longer_held() {
        var sold = DealStock.NONE.holding(HOLDING).selling(HOLDING.reservations());

        assertThat(sold).isEqualTo(new DealStock(Optional.empty(), HOLDING.reservations()));
    }

    @Test
    void nothing_is_held_and_sold_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DealStock(Optional.of(HOLDING), HOLDING.reservations()))
                .withMessage("Goods are held for a deal or were sold with it, not both.");
    }
}
