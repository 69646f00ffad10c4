package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.testkit.fixture.Goods;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.stock.StockLevels} must do. */
public interface StockLevelsContract extends StorageContract {

    @Test
    default void what_was_counted_is_available() {
        var available = storage().stockLevels().available(tenant(), List.of(Goods.UREA.sku()));

        assertThat(available).isEqualTo(Map.of(Goods.UREA.sku(), Quantity.of("500.5", Unit.TONNE)));
    }

    @Test
    default void the_last_count_holds() {
        var tenant = tenant();

        storage().stockLevels().count(tenant, Map.of(Goods.NOZZLE.sku(), Quantity.of("3", Unit.PIECE)));

        assertThat(storage().stockLevels().available(tenant, List.of(Goods.NOZZLE.sku())))
                .isEqualTo(Map.of(Goods.NOZZLE.sku(), Quantity.of("3", Unit.PIECE)));
    }

    @Test
    default void nothing_is_counted_where_one_sku_is_unknown() {
        var tenant = tenant();
        var wrong = Map.of(
                Goods.NOZZLE.sku(), Quantity.of("3", Unit.PIECE), new Sku("NO-SUCH"), Quantity.of("1", Unit.PIECE));

        assertThatThrownBy(() -> storage().stockLevels().count(tenant, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NO-SUCH");

        assertThat(storage().stockLevels().available(tenant, List.of(Goods.NOZZLE.sku())))
                .isEqualTo(Map.of(Goods.NOZZLE.sku(), Quantity.of("400", Unit.PIECE)));
    }
}
