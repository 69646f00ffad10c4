package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.shared.UnknownTenantException;
import app.cerniq.testkit.fixture.Goods;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.catalog.Offerings} must do. */
public interface OfferingsContract extends StorageContract {

    /** When everything is asked. */
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Map<Sku, PricedOffering> onSale(TenantId tenant, Sku... skus) {
        return storage()
                .offerings()
                .onSale(OnSaleQuestion.of(tenant, List.of(skus), SalesChannelCode.DIRECT, Money.RON, NOON));
    }

    @Test
    default void an_offering_comes_back_as_it_was_put_on_sale() {
        var tenant = tenant();

        var found = onSale(tenant, Goods.UREA.sku(), Goods.NOZZLE.sku());

        assertThat(found).isEqualTo(Map.of(Goods.UREA.sku(), Goods.UREA, Goods.NOZZLE.sku(), Goods.NOZZLE));
    }

    @Test
    default void a_sku_that_is_not_on_sale_is_missing() {
        assertThat(onSale(tenant(), new Sku("NO-SUCH"))).isEmpty();
    }

    @Test
    default void nothing_is_asked_and_nothing_is_found() {
        assertThat(onSale(tenant())).isEmpty();
    }

    @Test
    default void the_offerings_of_another_tenant_are_not_seen() {
        tenant();
        var other = new TenantId(ids().next());
        storage().tenants().setUp(other, "Another");

        assertThat(onSale(other, Goods.UREA.sku())).isEmpty();
    }

    @Test
    default void a_later_version_takes_the_place_of_the_earlier() {
        var tenant = tenant();
        var dearer = new PricedOffering(
                Goods.UREA.sku(),
                2,
                Goods.UREA.name(),
                Goods.UREA.unit(),
                "spring",
                Money.ron("2600.00"),
                Money.ron("2100.00"),
                Goods.UREA.cost(),
                Goods.UREA.vat());

        storage().offerings().putOnSale(tenant, List.of(dearer), NOON);

        assertThat(onSale(tenant, dearer.sku())).containsValue(dearer);
    }

    @Test
    default void an_unknown_tenant_sells_nothing() {
        var nobody = new TenantId(ids().next());

        assertThatThrownBy(() -> storage().offerings().putOnSale(nobody, Goods.all()))
                .isInstanceOf(UnknownTenantException.class);
    }
}
