package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.shared.UnknownTenantException;
import app.cerniq.testkit.fixture.Goods;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the short way of putting something on sale must do in every store. */
public interface PuttingOnSaleContract extends StorageContract {

    /** When everything is put on sale, and asked for. */
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Map<Sku, PricedOffering> onSale(TenantId tenant, Sku... skus) {
        return storage()
                .offerings()
                .onSale(OnSaleQuestion.of(tenant, List.of(skus), SalesChannelCode.DIRECT, Money.RON, NOON));
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

    private static PricedOffering urea(int version, Unit unit, String list, Money price) {
        return new PricedOffering(
                Goods.UREA.sku(),
                version,
                "Uree",
                unit,
                list,
                price,
                Money.zero(price.currency()),
                Optional.empty(),
                Goods.UREA.vat());
    }

    @Test
    default void putting_on_sale_what_is_on_sale_changes_nothing() {
        var tenant = tenant();
        var before = storage().priceLists().histories(tenant, List.of(Goods.UREA.sku()));

        storage().offerings().putOnSale(tenant, Goods.all());
        storage().offerings().putOnSale(tenant, Goods.all(), NOON);

        assertThat(storage().priceLists().histories(tenant, List.of(Goods.UREA.sku())))
                .isEqualTo(before);
        assertThat(storage()
                        .catalogue()
                        .offerings(tenant, List.of(OfferingCode.of(Goods.UREA.sku())))
                        .values())
                .allMatch(offering -> offering.revision() == 1);
    }

    @Test
    default void another_price_holds_from_its_instant_on_and_the_one_before_it_until_then() {
        var tenant = tenant();

        storage().offerings().putOnSale(tenant, List.of(urea(1, Unit.TONNE, "standard", Money.ron("2500"))), NOON);

        assertThat(onSale(tenant, Goods.UREA.sku()))
                .extractingByKey(Goods.UREA.sku())
                .extracting(PricedOffering::listPrice)
                .isEqualTo(Money.ron("2500"));
        assertThat(storage()
                        .offerings()
                        .onSale(OnSaleQuestion.of(
                                tenant,
                                List.of(Goods.UREA.sku()),
                                SalesChannelCode.DIRECT,
                                Money.RON,
                                NOON.minusMillis(1))))
                .containsValue(new PricedOffering(
                        Goods.UREA.sku(),
                        1,
                        "Uree",
                        Goods.UREA.unit(),
                        "standard",
                        Goods.UREA.listPrice(),
                        Goods.UREA.floorPrice(),
                        Goods.UREA.cost(),
                        Goods.UREA.vat()));
    }

    @Test
    default void a_price_goes_from_one_list_to_another_and_back() {
        var tenant = tenant();
        storage()
                .offerings()
                .putOnSale(tenant, List.of(urea(1, Unit.TONNE, "spring", Money.ron("2500"))), NOON.minusSeconds(60));

        storage().offerings().putOnSale(tenant, List.of(urea(1, Unit.TONNE, "standard", Money.ron("2450"))), NOON);

        assertThat(onSale(tenant, Goods.UREA.sku()))
                .extractingByKey(Goods.UREA.sku())
                .extracting(PricedOffering::priceList, PricedOffering::listPrice)
                .containsExactly("standard", Money.ron("2450"));
    }

    @Test
    default void what_cannot_be_put_on_sale_is_named_and_nothing_of_the_rest_is_there() {
        var tenant = tenant();
        var other = new PricedOffering(
                new Sku("NEW"),
                1,
                "New",
                Unit.PIECE,
                "standard",
                Money.ron("1"),
                Money.ron("1"),
                Optional.empty(),
                Goods.UREA.vat());
        var euro = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));
        var wrong = Map.of(
                "is sold by another unit", List.of(other, urea(1, Unit.KILOGRAM, "standard", Money.ron("3"))),
                "skips a version", List.of(other, urea(3, Unit.TONNE, "standard", Money.ron("3"))),
                "is in another currency than its list", List.of(other, urea(1, Unit.TONNE, "standard", euro)),
                "comes twice", List.of(other, Goods.NOZZLE, Goods.NOZZLE));

        wrong.forEach((what, offerings) -> assertThatThrownBy(
                        () -> storage().offerings().putOnSale(tenant, offerings, NOON))
                .as(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(offerings.get(1).sku().value().substring(0, 3)));
        assertThatThrownBy(() -> storage()
                        .offerings()
                        .putOnSale(tenant, List.of(other, urea(1, Unit.TONNE, "standard", Money.ron("3")))))
                .as("has a price already, from the beginning")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(onSale(tenant, other.sku(), Goods.UREA.sku())).isEqualTo(Map.of(Goods.UREA.sku(), Goods.UREA));
    }

    @Test
    default void what_is_archived_is_not_put_on_sale_again() {
        var tenant = tenant();
        var archived = storage().catalogue().variants(tenant, List.of(Goods.UREA.sku())).values().stream()
                .map(variant -> variant.archive("over", NOON).get())
                .toList();
        storage().catalogue().commit(CatalogueCommit.of(tenant).withVariants(archived));

        assertThatThrownBy(() -> storage().offerings().putOnSale(tenant, List.of(Goods.UREA), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("archived since");
    }
}
