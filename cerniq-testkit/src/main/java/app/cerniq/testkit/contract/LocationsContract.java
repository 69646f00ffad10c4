package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockLocation.Kind;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Booking;
import app.cerniq.testkit.fixture.Goods;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.stock.Locations} must do. */
public interface LocationsContract extends StorageContract {

    LocationCode SHOP = new LocationCode("shop-1");

    @Test
    default void every_tenant_has_a_principal_location() {
        assertThat(storage().locations().all(tenant()))
                .containsExactly(new StockLocation(LocationCode.PRINCIPAL, Kind.WAREHOUSE, "Principal", false));
    }

    @Test
    default void a_location_is_opened_and_renamed() {
        var tenant = tenant();
        storage().locations().open(tenant, SHOP, Kind.WAREHOUSE, "A shop");

        storage().locations().open(tenant, SHOP, Kind.STORE, "The shop");

        assertThat(storage().locations().all(tenant))
                .extracting(StockLocation::code, StockLocation::kind, StockLocation::name)
                .contains(org.assertj.core.groups.Tuple.tuple(SHOP, Kind.STORE, "The shop"))
                .hasSize(2);
    }

    @Test
    default void an_unknown_tenant_opens_no_location() {
        var nobody = new TenantId(ids().next());

        assertThat(storage()
                        .locations()
                        .open(nobody, SHOP, Kind.STORE, "The shop")
                        .getLeft())
                .isEqualTo(new StockRefusal.UnknownTenant(nobody));
        assertThat(storage().locations().all(nobody)).isEmpty();
    }

    @Test
    default void a_location_with_goods_is_not_archived() {
        var refusal =
                storage().locations().archive(tenant(), LocationCode.PRINCIPAL).getLeft();

        assertThat(refusal).isInstanceOf(StockRefusal.LocationNotEmpty.class);
        assertThat(refusal.given()).contains("1000 sac of SEM-GRAU-01");
    }

    @Test
    default void an_unknown_location_is_not_archived() {
        assertThat(storage().locations().archive(tenant(), SHOP).getLeft())
                .isEqualTo(new StockRefusal.UnknownLocation(SHOP, List.of(LocationCode.PRINCIPAL)));
    }

    @Test
    default void nothing_is_booked_in_an_archived_location_before_it_is_opened_again() {
        var tenant = tenant();
        storage().locations().open(tenant, SHOP, Kind.STORE, "The shop");
        storage().locations().archive(tenant, SHOP).get();
        var place = new Place(Goods.NOZZLE.sku(), SHOP);
        List<Booking.Entry> entries =
                List.of(new Booking.Counted(place, StockAmount.of("5", Goods.NOZZLE.unit()), false));

        var refused = storage().inventory().book(Goods.booking(tenant, ids(), entries));
        storage().locations().open(tenant, SHOP, Kind.STORE, "The shop");
        var booked = storage().inventory().book(Goods.booking(tenant, ids(), entries));

        assertThat(refused.getLeft())
                .isEqualTo(new StockRefusal.UnknownLocation(SHOP, List.of(LocationCode.PRINCIPAL)));
        assertThat(booked.isRight()).isTrue();
    }
}
