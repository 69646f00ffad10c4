package app.cerniq.application.catalog;

import static io.vavr.control.Either.left;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.catalog.CatalogueCommand.ActivateVersion;
import app.cerniq.application.catalog.CatalogueCommand.AddVariant;
import app.cerniq.application.catalog.CatalogueCommand.ArchiveOffering;
import app.cerniq.application.catalog.CatalogueCommand.ArchiveVariant;
import app.cerniq.application.catalog.CatalogueCommand.ChangeDomain;
import app.cerniq.application.catalog.CatalogueCommand.ChangeVariant;
import app.cerniq.application.catalog.CatalogueCommand.DraftVersion;
import app.cerniq.application.catalog.CatalogueCommand.NameSubstitutes;
import app.cerniq.application.catalog.CatalogueCommand.RewriteDraft;
import app.cerniq.domain.catalog.Archived;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.PlantProtection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueDeskTest {

    private static final Sku UNKNOWN = new Sku("NO-SUCH");
    private final Shop shop = Shop.open();

    @Test
    void an_offering_is_sold_once_a_version_is_active_and_a_price_is_set() {
        assertThat(shop.sold(PlantProtection.LARGE))
                .map(PricedOffering::version)
                .contains(1);
    }

    @Test
    void the_next_version_is_sold_from_its_activation_on() {
        shop.catalogue
                .draft(shop.tenant, new DraftVersion(PlantProtection.CODE, 2, PlantProtection.saying("Draft", "2")))
                .get();
        shop.catalogue
                .rewrite(
                        shop.tenant,
                        new RewriteDraft(PlantProtection.CODE, 3, 2, PlantProtection.saying("Glifosat 480", "2")))
                .get();
        assertThat(shop.sold(PlantProtection.LARGE))
                .map(PricedOffering::version)
                .contains(1);

        shop.catalogue
                .activate(shop.tenant, new ActivateVersion(PlantProtection.CODE, 4, 2))
                .get();

        assertThat(shop.sold(PlantProtection.LARGE))
                .map(PricedOffering::version)
                .contains(2);
        assertThat(shop.catalogue
                        .find(shop.tenant, PlantProtection.CODE)
                        .orElseThrow()
                        .versions())
                .hasSize(2);
    }

    @Test
    void a_change_of_what_somebody_else_has_changed_is_refused() {
        var stale = new DraftVersion(PlantProtection.CODE, 1, PlantProtection.saying("Late", "2"));

        assertThat(shop.catalogue.draft(shop.tenant, stale))
                .isEqualTo(left(new CatalogRefusal.StaleRevision("offering GLIFO-360", 1, 2)));
        assertThat(shop.catalogue.archiveVariant(shop.tenant, new ArchiveVariant(PlantProtection.LARGE, 9, "x")))
                .isEqualTo(left(new CatalogRefusal.StaleRevision("SKU GLIFO-360-5L", 9, 1)));
        assertThat(shop.catalogue.changeDomain(
                        shop.tenant, new ChangeDomain(PlantProtection.DOMAIN.code(), 9, "X", List.of())))
                .isEqualTo(left(new CatalogRefusal.StaleRevision("product domain plant-protection", 9, 1)));
    }

    @Test
    void what_is_archived_is_off_sale_and_still_named() {
        shop.catalogue.archive(shop.tenant, new ArchiveOffering(PlantProtection.CODE, 2, "not allowed any more"));

        assertThat(shop.notSold(PlantProtection.LARGE))
                .contains(new NotOnSale.OffForGood(
                        "offering GLIFO-360", new Archived(Shop.MORNING, "not allowed any more")));
        assertThat(shop.catalogue.variantsOf(shop.tenant, PlantProtection.CODE)).hasSize(2);
    }

    @Test
    void one_variant_is_archived_without_the_other() {
        shop.catalogue.archiveVariant(shop.tenant, new ArchiveVariant(PlantProtection.LARGE, 1, "leaks"));

        assertThat(shop.notSold(PlantProtection.LARGE))
                .contains(new NotOnSale.OffForGood("SKU", new Archived(Shop.MORNING, "leaks")));
        assertThat(shop.sold(PlantProtection.SMALL)).isPresent();
        assertThat(shop.catalogue.changeVariant(
                        shop.tenant, new ChangeVariant(PlantProtection.LARGE, 2, PlantProtection.canister("5 l"))))
                .isEqualTo(left(
                        new CatalogRefusal.AlreadyArchived("SKU GLIFO-360-5L", new Archived(Shop.MORNING, "leaks"))));
    }

    @Test
    void a_changed_variant_is_sold_as_it_is_now() {
        var before = PlantProtection.canister("5 l");
        var renamed = new Variant.Content("Glifosat, nou", before.vat(), before.attributes(), false);

        shop.catalogue.changeVariant(shop.tenant, new ChangeVariant(PlantProtection.LARGE, 1, renamed));

        assertThat(shop.sold(PlantProtection.LARGE)).map(PricedOffering::name).contains("Glifosat, nou");
    }

    @Test
    void a_sku_that_is_taken_names_the_offering_that_has_it() {
        var again = new AddVariant(PlantProtection.CODE, Shop.variant(PlantProtection.LARGE, "20 l"));

        assertThat(shop.catalogue.addVariant(shop.tenant, again))
                .isEqualTo(left(new CatalogRefusal.SkuTaken(PlantProtection.LARGE, PlantProtection.CODE)));
    }

    @Test
    void an_offering_with_the_same_sku_twice_is_refused_as_a_whole() {
        var shop = Shop.empty();
        shop.catalogue.addDomain(shop.tenant, Shop.domain());
        var herbicide = Shop.herbicide();
        var twice = new CatalogueCommand.AddOffering(
                herbicide.code(),
                herbicide.kind(),
                herbicide.domain(),
                herbicide.content(),
                List.of(herbicide.variants().get(0), herbicide.variants().get(0)));

        assertThat(shop.catalogue.addOffering(shop.tenant, twice))
                .isEqualTo(left(new CatalogRefusal.NamedTwice("SKU", PlantProtection.SMALL.value(), List.of(1, 2))));
        assertThat(shop.catalogue.find(shop.tenant, herbicide.code())).isEmpty();
    }

    @Test
    void a_code_that_is_taken_is_refused() {
        assertThat(shop.catalogue.addOffering(shop.tenant, Shop.herbicide()))
                .isEqualTo(left(new CatalogRefusal.CodeTaken("offering", "GLIFO-360")));
        assertThat(shop.catalogue.addDomain(shop.tenant, Shop.domain()))
                .isEqualTo(left(new CatalogRefusal.CodeTaken("product domain", "plant-protection")));
    }

    @Test
    void what_is_unknown_is_told_so() {
        var nowhere = new OfferingCode("NOWHERE");

        assertThat(shop.catalogue.activate(shop.tenant, new ActivateVersion(nowhere, 1, 1)))
                .isEqualTo(left(new CatalogRefusal.Unknown("offering", "NOWHERE")));
        assertThat(shop.catalogue.archiveVariant(shop.tenant, new ArchiveVariant(UNKNOWN, 1, "x")))
                .isEqualTo(left(new CatalogRefusal.Unknown("SKU", "NO-SUCH")));
        assertThat(shop.catalogue.changeDomain(
                        shop.tenant, new ChangeDomain(new ProductDomainCode("x"), 1, "X", List.of())))
                .isEqualTo(left(new CatalogRefusal.Unknown("product domain", "x")));
        assertThat(Shop.empty().catalogue.addOffering(shop.tenant, Shop.herbicide()))
                .isEqualTo(left(new CatalogRefusal.Unknown("product domain", "plant-protection")));
    }

    @Test
    void a_tenant_that_is_not_set_up_keeps_nothing() {
        var nobody = new TenantId(new UUID(7, 7));

        assertThat(shop.catalogue.addDomain(nobody, Shop.domain()))
                .isEqualTo(left(new CatalogRefusal.UnknownTenant(nobody)));
    }

    @Test
    void wrong_attributes_are_all_told_and_nothing_is_written() {
        var wrong = new DraftVersion(PlantProtection.CODE, 2, PlantProtection.saying("Too strong", "11"));

        assertThat(shop.catalogue.draft(shop.tenant, wrong).getLeft())
                .isInstanceOfSatisfying(
                        CatalogRefusal.InvalidAttributes.class,
                        refusal -> assertThat(refusal.faults()).hasSize(1));
        assertThat(shop.catalogue
                        .find(shop.tenant, PlantProtection.CODE)
                        .orElseThrow()
                        .versions())
                .hasSize(1);
    }

    @Test
    void a_renamed_domain_keeps_its_definitions() {
        shop.catalogue.changeDomain(
                shop.tenant, new ChangeDomain(PlantProtection.DOMAIN.code(), 1, "Plant health", List.of()));

        assertThat(shop.catalogue
                        .domain(shop.tenant, PlantProtection.DOMAIN.code())
                        .orElseThrow())
                .satisfies(domain -> {
                    assertThat(domain.name()).isEqualTo("Plant health");
                    assertThat(domain.definitions()).isEqualTo(PlantProtection.DOMAIN.definitions());
                });
    }

    @Test
    void substitutes_are_named_in_their_order() {
        var five = List.of(new Substitute(PlantProtection.SMALL, "five of them"));

        assertThat(shop.catalogue
                        .nameSubstitutes(shop.tenant, new NameSubstitutes(PlantProtection.LARGE, five))
                        .get())
                .isEqualTo(five);

        assertThat(shop.cerniq.offerings().substitutes(shop.tenant, List.of(PlantProtection.LARGE)))
                .isEqualTo(Map.of(PlantProtection.LARGE, five));
    }

    @Test
    void what_is_no_substitute_is_refused() {
        var itself = new Substitute(PlantProtection.LARGE, "");
        var small = new Substitute(PlantProtection.SMALL, "");
        var unknown = new Substitute(UNKNOWN, "");
        var many = Stream.iterate(1, i -> i + 1)
                .limit(21)
                .map(i -> new Substitute(new Sku("S-" + i), ""))
                .toList();

        assertThat(refusalOf(List.of(itself))).isInstanceOf(CatalogRefusal.SubstituteRefused.class);
        assertThat(refusalOf(Collections.nCopies(2, small))).isInstanceOf(CatalogRefusal.SubstituteRefused.class);
        assertThat(refusalOf(many)).isInstanceOf(CatalogRefusal.SubstituteRefused.class);
        assertThat(refusalOf(List.of(small, unknown))).isEqualTo(new CatalogRefusal.Unknown("SKU", "NO-SUCH"));
        assertThat(shop.cerniq.offerings().substitutes(shop.tenant, List.of(PlantProtection.LARGE)))
                .isEmpty();
    }

    private CatalogRefusal refusalOf(List<Substitute> substitutes) {
        return shop.catalogue
                .nameSubstitutes(shop.tenant, new NameSubstitutes(PlantProtection.LARGE, substitutes))
                .getLeft();
    }
}
