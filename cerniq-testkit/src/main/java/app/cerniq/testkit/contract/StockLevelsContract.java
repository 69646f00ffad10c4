package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.testkit.fixture.Goods;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.stock.StockLevels} must do with what lies there; holds have a contract of their own. */
public interface StockLevelsContract extends StorageContract {

    Instant LATER = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    default void a_position_says_everything_about_a_sku() {
        var tenant = tenant();
        var place = new Place(Goods.UREA.sku(), LocationCode.PRINCIPAL);

        var positions = storage().stockLevels().positions(tenant, List.of(Goods.UREA.sku()), LATER);

        var level = new StockLevel(
                place,
                StockAmount.of("500.5", Unit.TONNE),
                StockAmount.none(Unit.TONNE),
                Replenishment.standard(Unit.TONNE),
                true);
        assertThat(positions)
                .containsOnly(java.util.Map.entry(
                        Goods.UREA.sku(), new StockPosition(Goods.UREA.sku(), true, Unit.TONNE, List.of(level))));
    }

    @Test
    default void nothing_is_said_about_what_is_unknown() {
        assertThat(storage().stockLevels().positions(tenant(), List.of(new Sku("NO-SUCH")), LATER))
                .isEmpty();
    }

    @Test
    default void a_tenant_sees_its_own_goods_only() {
        tenant();
        var other = new app.cerniq.domain.shared.TenantId(ids().next());
        storage().tenants().setUp(other, "Another tenant");

        assertThat(storage().stockLevels().positions(other, List.of(Goods.UREA.sku()), LATER))
                .isEmpty();
    }

    @Test
    default void what_is_on_sale_and_was_never_counted_is_not_there() {
        var tenant = new app.cerniq.domain.shared.TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant without goods");
        storage().offerings().putOnSale(tenant, List.of(Goods.NOZZLE));

        var positions = storage().stockLevels().positions(tenant, List.of(Goods.NOZZLE.sku()), LATER);

        assertThat(positions.values())
                .singleElement()
                .extracting(StockPosition::available)
                .isEqualTo(StockAmount.none(Unit.PIECE));
    }

    @Test
    default void pages_follow_one_another_without_gaps() {
        var tenant = tenant();
        var levels = storage().stockLevels();

        var first = levels.page(tenant, Optional.empty(), Optional.empty(), 3, LATER);
        var second =
                levels.page(tenant, Optional.empty(), Optional.of(first.get(2).place()), 3, LATER);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(1);
        assertThat(java.util.stream.Stream.concat(first.stream(), second.stream())
                        .map(StockLevel::place))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    default void a_page_of_one_location_has_nothing_of_another() {
        var tenant = tenant();

        var page = storage()
                .stockLevels()
                .page(tenant, Optional.of(new LocationCode("elsewhere")), Optional.empty(), 10, LATER);

        assertThat(page).isEmpty();
    }
}
