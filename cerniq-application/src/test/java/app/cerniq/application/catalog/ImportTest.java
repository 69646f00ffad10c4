package app.cerniq.application.catalog;

import static app.cerniq.domain.shared.Money.ron;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.application.catalog.CatalogueCommand.ArchiveOffering;
import app.cerniq.application.catalog.CatalogueCommand.NewVariant;
import app.cerniq.application.catalog.ImportedOffering.ImportedVariant;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.testkit.fixture.PlantProtection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportTest {

    private static final PriceListCode LIST = PlantProtection.EVERYBODY.code();
    private static final Sku BARREL = new Sku("GLIFO-360-20L");

    private final Shop shop = Shop.empty();

    {
        shop.catalogue.addDomain(shop.tenant, Shop.domain());
        shop.prices.addPriceList(shop.tenant, Shop.adding(PlantProtection.EVERYBODY));
    }

    private static ImportedOffering herbicide(OfferingContent content, ImportedVariant... variants) {
        return new ImportedOffering(
                PlantProtection.CODE,
                OfferingKind.PHYSICAL,
                Optional.of(PlantProtection.DOMAIN.code()),
                content,
                List.of(variants));
    }

    private static ImportedVariant variant(Sku sku, String size, String price) {
        return new ImportedVariant(Shop.variant(sku, size), Map.of(LIST, tag(price)));
    }

    private static PriceTag tag(String price) {
        return new PriceTag(ron(price), Optional.empty(), ron("10"), Optional.empty());
    }

    private static final ImportedOffering SOUND = herbicide(
            PlantProtection.saying("Glifosat 360", "3"),
            variant(PlantProtection.SMALL, "1 l", "40"),
            variant(PlantProtection.LARGE, "5 l", "150"));

    @Test
    void a_catalogue_is_on_sale_once_it_is_in() {
        assertThat(shop.catalogue.importAll(shop.tenant, List.of(SOUND))).isEqualTo(right(new ImportReceipt(1, 2, 2)));

        assertThat(shop.sold(PlantProtection.LARGE))
                .map(PricedOffering::listPrice)
                .contains(ron("150"));
        assertThat(shop.catalogue
                        .find(shop.tenant, PlantProtection.CODE)
                        .orElseThrow()
                        .revision())
                .isEqualTo(1);
    }

    @Test
    void the_same_again_changes_nothing() {
        shop.catalogue.importAll(shop.tenant, List.of(SOUND));
        shop.clock.move(Duration.ofDays(1));

        assertThat(shop.catalogue.importAll(shop.tenant, List.of(SOUND))).isEqualTo(right(new ImportReceipt(0, 0, 0)));
    }

    @Test
    void what_says_something_else_gets_another_version_other_content_and_another_price() {
        shop.catalogue.importAll(shop.tenant, List.of(SOUND));
        shop.clock.move(Duration.ofDays(1));
        var changed = herbicide(
                PlantProtection.saying("Glifosat 480", "2.25"),
                variant(PlantProtection.SMALL, "1 l", "40"),
                new ImportedVariant(
                        new NewVariant(PlantProtection.LARGE, Unit.PIECE, PlantProtection.canister("20 l")),
                        Map.of(LIST, tag("155"))),
                variant(BARREL, "20 l", "500"));

        assertThat(shop.catalogue.importAll(shop.tenant, List.of(changed)))
                .isEqualTo(right(new ImportReceipt(1, 2, 2)));

        assertThat(shop.sold(PlantProtection.LARGE))
                .hasValueSatisfying(sold -> assertThat(sold)
                        .extracting(PricedOffering::version, PricedOffering::name, PricedOffering::listPrice)
                        .containsExactly(2, "Glifosat 360, bidon 20 l", ron("155")));
    }

    @Test
    void of_a_catalogue_with_faults_every_one_is_told_and_nothing_is_in() {
        shop.catalogue.importAll(shop.tenant, List.of(SOUND));
        var other = new OfferingCode("OTHER");
        var nowhere = new PriceListCode("nowhere");
        var unknownDomain = new ProductDomainCode("nowhere");
        var plain = OfferingContent.named("Plain");
        var faulty = List.of(
                herbicide(PlantProtection.saying("Too strong", "11"), variant(BARREL, "20 l", "500")),
                new ImportedOffering(
                        other,
                        OfferingKind.PHYSICAL,
                        Optional.of(PlantProtection.DOMAIN.code()),
                        PlantProtection.saying("Other", "3"),
                        List.of(
                                variant(PlantProtection.SMALL, "1 l", "40"),
                                variant(BARREL, "20 l", "40"),
                                variant(new Sku("FINE"), "7 l", "40"),
                                new ImportedVariant(
                                        Shop.variant(new Sku("ALSO-FINE"), "1 l"), Map.of(nowhere, tag("40"))))),
                new ImportedOffering(other, OfferingKind.PHYSICAL, Optional.empty(), plain, List.of()),
                new ImportedOffering(
                        new OfferingCode("LOST"), OfferingKind.PHYSICAL, Optional.of(unknownDomain), plain, List.of()));

        var faults = shop.catalogue.importAll(shop.tenant, faulty).getLeft();

        assertThat(faults)
                .extracting(ImportFault::position, fault -> fault.because().code())
                .containsExactly(
                        tuple(1, "INVALID_ATTRIBUTES"),
                        tuple(2, "SKU_TAKEN"),
                        tuple(2, "NAMED_TWICE"),
                        tuple(2, "INVALID_ATTRIBUTES"),
                        tuple(2, "UNKNOWN"),
                        tuple(3, "NAMED_TWICE"),
                        tuple(4, "UNKNOWN"));
        assertThat(faults.get(2).describe())
                .isEqualTo(
                        "Offering 2: NAMED_TWICE: The import names SKU GLIFO-360-20L more than once; nothing was imported."
                                + " Given: SKU GLIFO-360-20L at positions [1, 2]. Accepted: each SKU once.");
        assertThat(shop.catalogue.find(shop.tenant, other)).isEmpty();
        assertThat(shop.catalogue.find(shop.tenant, new Sku("ALSO-FINE"))).isEmpty();
    }

    @Test
    void what_something_is_does_not_change_by_an_import() {
        shop.catalogue.importAll(shop.tenant, List.of(SOUND));
        var service = new ImportedOffering(
                SOUND.code(), OfferingKind.SERVICE, SOUND.domain(), SOUND.content(), SOUND.variants());
        var byLitre = herbicide(
                SOUND.content(),
                new ImportedVariant(
                        new NewVariant(PlantProtection.LARGE, Unit.LITRE, PlantProtection.canister("5 l")), Map.of()));

        assertThat(shop.catalogue.importAll(shop.tenant, List.of(service)))
                .isEqualTo(left(List.of(new ImportFault(1, new CatalogRefusal.CodeTaken("offering", "GLIFO-360")))));
        assertThat(shop.catalogue.importAll(shop.tenant, List.of(byLitre)))
                .isEqualTo(left(List.of(new ImportFault(
                        1, new CatalogRefusal.UnitFixed(PlantProtection.LARGE, Unit.LITRE, Unit.PIECE)))));
    }

    @Test
    void what_is_archived_is_not_brought_back() {
        shop.catalogue.importAll(shop.tenant, List.of(SOUND));
        shop.catalogue.archive(shop.tenant, new ArchiveOffering(PlantProtection.CODE, 1, "over"));

        assertThat(shop.catalogue.importAll(shop.tenant, List.of(SOUND)).getLeft())
                .extracting(fault -> fault.because().code())
                .containsExactly("ALREADY_ARCHIVED");
    }

    @Test
    void a_tenant_that_is_not_set_up_gets_nothing() {
        var nobody = new TenantId(new UUID(7, 7));
        var plain = new ImportedOffering(
                new OfferingCode("X"), OfferingKind.SERVICE, Optional.empty(), OfferingContent.named("X"), List.of());

        assertThat(shop.catalogue.importAll(nobody, List.of(plain)))
                .isEqualTo(left(List.of(new ImportFault(0, new CatalogRefusal.UnknownTenant(nobody)))));
    }

    @Test
    void prices_in_another_currency_than_their_list_are_refused() {
        var euro = Currency.getInstance("EUR");
        var tag = new PriceTag(new Money(BigDecimal.TEN, euro), Optional.empty(), Money.zero(euro), Optional.empty());
        var offering = herbicide(
                SOUND.content(), new ImportedVariant(Shop.variant(PlantProtection.LARGE, "5 l"), Map.of(LIST, tag)));

        assertThat(shop.catalogue.importAll(shop.tenant, List.of(offering)).getLeft())
                .extracting(fault -> fault.because().code())
                .containsExactly("PRICE_REFUSED");
    }
}
