package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.SKU;
import static app.cerniq.domain.stock.Stocks.kg;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Replenishment.Incoming;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortageTest {

    private static final Optional<Incoming> IN_APRIL =
            Optional.of(new Incoming(quantity("100"), LocalDate.of(2026, 4, 1)));

    @Test
    void it_says_how_much_there_is() {
        assertThat(shortage(Optional.empty(), List.of()).instead()).isEqualTo("at most 2.5 kg of SEM-ORZ-02");
    }

    @Test
    void and_when_more_comes() {
        assertThat(shortage(IN_APRIL, List.of()).instead())
                .isEqualTo("at most 2.5 kg of SEM-ORZ-02, 100 kg more on 2026-04-01");
    }

    @Test
    void and_what_else_would_do() {
        assertThat(shortage(IN_APRIL, List.of(new Sku("SEM-ORZ-03"), new Sku("SEM-ORZ-04")))
                        .instead())
                .isEqualTo("at most 2.5 kg of SEM-ORZ-02, 100 kg more on 2026-04-01,"
                        + " or instead SEM-ORZ-03, SEM-ORZ-04");
    }

    private static Shortage shortage(Optional<Incoming> incoming, List<Sku> substitutes) {
        return new Shortage(SKU, quantity("40"), kg("2.5"), incoming, substitutes);
    }

    private static Quantity quantity(String value) {
        return Quantity.of(value, Unit.KILOGRAM);
    }
}
